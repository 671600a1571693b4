// From the plan object and the answer's text to words. No DOM here.

import { months, ordinals, routes, strings, units, weekdays } from "./strings.js";

/** "2026-03-30" as "Monday 30 March 2026"; anything else is given back as it came, so that no date is guessed. */
export function fullDate(iso) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return String(iso);
  const [year, month, day] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return String(iso);
  return `${weekdays[date.getUTCDay()]} ${day} ${months[month - 1]} ${year}`;
}

function amount(count, unit) {
  const [one, many] = units[unit] ?? [unit, unit];
  return `${count} ${count === 1 ? one : many}`;
}

function rhythm({ frequency, period, period_max: longest, unit }) {
  const injections = frequency === 1 ? "1 injection" : `${frequency} injections`;
  if (longest && longest !== period) return `${injections} every ${period} to ${amount(longest, unit)}`;
  return period === 1 ? `${injections} a ${(units[unit] ?? [unit])[0]}` : `${injections} every ${amount(period, unit)}`;
}

function dayName(day) {
  return weekdays.find((name) => name.slice(0, 3).toLowerCase() === String(day).slice(0, 3).toLowerCase()) ?? String(day);
}

function fixedDays({ days_of_week: week, days_of_month: month, week_of_month: nth }) {
  const names = (week ?? []).map(dayName).join(", ");
  if (nth && names) return `on the ${ordinals[nth] ?? nth} ${names} of the month`;
  if (names) return `on ${names}`;
  return (month ?? []).map((day) => (day === -1 ? "on the last day of the month" : `on day ${day} of the month`)).join(", ");
}

/** One phase of a plan: "Loading: 3 injections a week on Monday, Wednesday, Friday for 2 weeks". */
export function phaseWords(phase) {
  const words = [`${strings.phaseKinds[phase.kind] ?? strings.phaseKinds.other}: ${rhythm(phase)}`];
  words.push(fixedDays(phase));
  if (phase.duration) words.push(`for ${amount(phase.duration, phase.duration_unit)}`);
  if (phase.count) words.push(phase.count === 1 ? "(1 injection in all)" : `(${phase.count} injections in all)`);
  if (phase.until) words.push(`until ${phase.until}`);
  return words.filter(Boolean).join(" ");
}

/** What was said about the dose, or null: "1,000 micrograms, into a muscle". */
export function doseWords(plan) {
  const known = [];
  if (plan.product) known.push(String(plan.product));
  if (plan.dose_mcg) known.push(`${Number(plan.dose_mcg).toLocaleString("en-GB")} micrograms`);
  if (routes[plan.route]) known.push(routes[plan.route]);
  return known.length ? known.join(", ") : null;
}

/** The day or the window of one dose, in full. */
export function doseDates({ earliest, latest }) {
  return !latest || earliest === latest ? fullDate(earliest) : `${fullDate(earliest)} to ${fullDate(latest)}`;
}

/** The sentences of a text. A question inside quotation marks ('Say "is it sepsis?" and ...') ends none. */
function sentences(text) {
  const sentence = /\S[^\n]*?(?:[.!?]["')\u201d\u2019]?(?=\s+["'(\u201c\u2018]?[\p{Lu}\d])|$)/gmu;
  return (text.match(sentence) ?? []).map((part) => part.trim());
}

/**
 * A care card's heading and the sentences below it, nothing left out. The heading is the first sentence; in an
 * emergency it goes on to the action: a kind word first, then the number to call.
 */
export function splitCard(text, { emergency, fallback }) {
  const all = sentences(text);
  const action = emergency ? all.slice(0, 2).findIndex((sentence) => /\d/.test(sentence)) : 0;
  const heading = all.slice(0, Math.max(action, 0) + 1).join(" ");
  return heading && heading.length <= 160 ? [heading, all.slice(Math.max(action, 0) + 1)] : [fallback, all];
}
