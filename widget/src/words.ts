// From plan objects and texts to words. No DOM here.

import { ordinals, planWords, routes, strings, units } from "./strings.js";
import type { Dose, Level, Phase, Plan } from "./types.js";

const inFull = (zone: string | undefined) =>
  new Intl.DateTimeFormat(strings.locale, {
    weekday: "long", day: "numeric", month: "long", year: "numeric", ...(zone ? { timeZone: zone } : {}),
  });
const part = (parts: Intl.DateTimeFormatPart[], type: string) => parts.find((one) => one.type === type)?.value ?? "";

function written(date: Date, zone?: string): string {
  const parts = inFull(zone).formatToParts(date);
  return ["weekday", "day", "month", "year"].map((type) => part(parts, type)).join(" ");
}

/** "2026-03-30" as "Monday 30 March 2026"; anything else is given back as it came, so that no date is guessed. */
export function fullDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return String(iso);
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return String(iso);
  return written(date, "UTC");
}

/** The day of a moment on this device, in full. */
export const dayOf = (time: number): string => written(new Date(time));

/** The time of day of a moment on this device: "14:05". */
export const clock = (time: number): string =>
  new Date(time).toLocaleTimeString(strings.locale, { hour: "2-digit", minute: "2-digit" });

/** Today on this device, as "2026-03-30". */
export function todayIso(now: Date = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

function amount(count: number, unit: string): string {
  const [one, many] = units[unit] ?? [unit, unit];
  return `${count} ${count === 1 ? one : many}`;
}

function rhythm({ frequency, period, period_max: longest, unit }: Phase): string {
  const injections = planWords.injections(frequency);
  if (longest && longest !== period) return `${injections} ${planWords.every} ${period} ${planWords.to} ${amount(longest, unit)}`;
  if (period === 1) return `${injections} ${planWords.a} ${(units[unit] ?? [unit])[0]}`;
  return `${injections} ${planWords.every} ${amount(period, unit)}`;
}

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

function dayName(day: string): string {
  const index = WEEKDAYS.indexOf(String(day).slice(0, 3).toLowerCase());
  if (index < 0) return String(day);
  // 1 January 2023 was a Sunday.
  return part(inFull("UTC").formatToParts(new Date(Date.UTC(2023, 0, 1 + index))), "weekday");
}

function fixedDays({ days_of_week: week, days_of_month: month, week_of_month: nth }: Phase): string {
  const names = (week ?? []).map(dayName).join(", ");
  if (nth && names) return planWords.nthOfMonth(ordinals[String(nth)] ?? String(nth), names);
  if (names) return `${planWords.on} ${names}`;
  return (month ?? []).map((day) => (day === -1 ? planWords.lastDay : planWords.dayOfMonth(day))).join(", ");
}

/** One phase of a plan: "Loading: 3 injections a week on Monday, Wednesday, Friday for 2 weeks". */
export function phaseWords(phase: Phase): string {
  const said = [`${strings.phaseKinds[phase.kind] ?? strings.phaseKinds["other"]}: ${rhythm(phase)}`, fixedDays(phase)];
  if (phase.duration) said.push(`${planWords.for} ${amount(phase.duration, phase.duration_unit ?? phase.unit)}`);
  if (phase.count) said.push(planWords.inAll(phase.count));
  if (phase.until) said.push(`${planWords.until} ${fullDate(phase.until)}`);
  return said.filter(Boolean).join(" ");
}

/** What was said about the dose, or null: "1,000 micrograms, into a muscle". */
export function doseWords(plan: Plan): string | null {
  const known: string[] = [];
  if (plan.product) known.push(plan.product);
  if (plan.dose_mcg) known.push(planWords.micrograms(plan.dose_mcg.toLocaleString(strings.locale)));
  const route = routes[plan.route ?? ""];
  if (route) known.push(route);
  return known.length ? known.join(", ") : null;
}

/** The day or the window of one dose, in full. */
export function doseDates({ earliest, latest }: Dose): string {
  return !latest || earliest === latest ? fullDate(earliest) : `${fullDate(earliest)} ${strings.to} ${fullDate(latest)}`;
}

const DAY_MS = 86_400_000;

/** How far off a dose is: "in 19 days"; of a window that has begun, that it is now. */
export function until({ earliest, latest }: Dose, today: string): string {
  const days = Math.round((Date.parse(earliest) - Date.parse(today)) / DAY_MS);
  if (days <= 0 && today <= (latest ?? earliest)) return days === 0 ? strings.dueToday : strings.dueNow;
  return Number.isFinite(days) ? strings.inDays(days) : "";
}

/** 0 where nothing presses; more for what presses more. */
export const rank = (level: Level): number => ["none", "urgent", "emergency"].indexOf(level);

/** The sentences of a text. A question inside quotation marks ('Say "is it sepsis?" and ...') ends none. */
function sentences(text: string): string[] {
  const sentence = /\S[^\n]*?(?:[.!?]["')\u201d\u2019]?(?=\s+["'(\u201c\u2018]?[\p{Lu}\d])|$)/gmu;
  return (text.match(sentence) ?? []).map((one) => one.trim());
}

/**
 * A care card's heading and the sentences below it, nothing left out. The heading is the first sentence; in an
 * emergency it goes on to the action: a kind word first, then the number to call.
 */
export function splitCard(text: string, level: Level): [string, string[]] {
  const emergency = level === "emergency";
  const all = sentences(text);
  const action = emergency ? all.slice(0, 2).findIndex((sentence) => /\d/.test(sentence)) : 0;
  const heading = all.slice(0, Math.max(action, 0) + 1).join(" ");
  const fallback = emergency ? strings.emergencyHeading : strings.urgentHeading;
  return heading && heading.length <= 160 ? [heading, all.slice(Math.max(action, 0) + 1)] : [fallback, all];
}
