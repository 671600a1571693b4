// Pieces of an answer: bubbles, care cards, the plan, sources. Lit puts every value in as text; addresses are checked.

import { html, nothing, type TemplateResult } from "lit";
import { strings } from "./strings.js";
import type { Answer, Call, Dose, Link, Plan, Source } from "./types.js";
import { doseDates, doseWords, fullDate, phaseWords, splitCard, todayIso } from "./words.js";

type Part = TemplateResult | typeof nothing;

const hidden = (text: string): TemplateResult => html`<span class="hidden-text">${text}</span>`;

const callLink = ({ label, tel }: Call): TemplateResult =>
  html`<a class="call" href=${`tel:${tel.replace(/[ -]/g, "")}`}>${label}</a>`;

const callLinks = (calls: Call[]): Part => (calls.length ? html`<p class="calls">${calls.map(callLink)}</p>` : nothing);

/** The care card of an emergency or of something urgent: one action in its heading, its urgency also in words. */
export function careCard(answer: Answer, live: boolean): TemplateResult {
  const emergency = answer.level === "emergency";
  const [heading, rest] = splitCard(answer.texts.join("\n"), answer.level);
  return html`<div class=${`care ${answer.level}`} role=${emergency && live ? "alert" : nothing}>
    <h3>${hidden(emergency ? strings.emergencyHidden : strings.urgentHidden)}${heading}</h3>
    <div class="care-body">${rest.map((line) => html`<p>${line}</p>`)}${callLinks(answer.calls)}</div>
  </div>`;
}

const flagLines = (dose: Dose): Part[] =>
  (Array.isArray(dose.flags) ? dose.flags : []).map((flag) =>
    strings.flags[flag] ? html`<span class="flag">${strings.flags[flag]}</span>` : nothing,
  );

/** The dates in order, with today between them where it belongs. */
function dateList(doses: Dose[]): TemplateResult {
  const today = todayIso();
  const items: TemplateResult[] = [];
  const mark = html`<li class="today"><strong>${strings.today}</strong>: ${fullDate(today)}</li>`;
  let marked = false;
  for (const dose of doses) {
    if (!marked && dose.earliest > today) items.push(mark);
    marked ||= dose.earliest > today;
    const now = dose.earliest <= today && today <= (dose.latest ?? dose.earliest);
    marked ||= now;
    items.push(
      html`<li class=${now ? "today" : nothing}>
        ${now ? html`<strong>${strings.today}</strong>: ` : nothing}<strong>${doseDates(dose)}</strong>${flagLines(dose)}
      </li>`,
    );
  }
  if (!marked) items.push(mark);
  return html`<ul class="dates">${items}</ul>`;
}

const listed = (heading: string, items: string[]): Part =>
  items.length ? html`<h4>${heading}</h4><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : nothing;

/** The plan as a list. */
export function planCard(plan: Plan): TemplateResult {
  const dose = doseWords(plan);
  const told = [...plan.phases.map(phaseWords), ...(dose ? [strings.planDose(dose)] : [])];
  return html`<div class="plan">
    <h3>${strings.planHeading}</h3>
    ${dateList(plan.next)} ${listed(strings.planTold, told)} ${listed(strings.planAssumptions, plan.assumptions)}
    <p class="small">${strings.planFooter}</p>
  </div>`;
}

/** The sources, folded, each with the date when somebody last opened the original. */
export function sourcesFold(sources: Source[]): Part {
  if (!sources.length) return nothing;
  const items = sources.map(({ title, url, checked }) => {
    const name = /^https?:\/\//i.test(url)
      ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${title}${hidden(strings.newTab)}</a>`
      : html`<span>${title}</span>`;
    return html`<li>${name} (${checked ? strings.checked(fullDate(checked)) : strings.notChecked})</li>`;
  });
  return html`<details>
    <summary>${strings.sources(sources.length)}</summary>
    <ul>${items}</ul>
    <p>${strings.notReviewed}</p>
  </details>`;
}

/** A file of our server, or Google's calendar with one date filled in; no other address is ever linked. */
function safeAddress(url: string, server: URL): string | null {
  if (/^https:\/\/calendar\.google\.com\//.test(url)) return url;
  if (!/^\/(?![/\\])/.test(url)) return null;
  const address = new URL(url.slice(1), server);
  return address.href.startsWith(server.href) ? address.href : null;
}

/** Calendar, print page and picture of a plan. */
export function takeAway(links: Link[], server: URL): Part {
  const safe = links
    .map(({ label, url }) => ({ label, address: safeAddress(url, server) }))
    .filter((link): link is { label: string; address: string } => link.address !== null);
  if (!safe.length) return nothing;
  const pictures = safe.filter(({ address }) => address.endsWith(".svg"));
  const file = ({ label, address }: { label: string; address: string }): TemplateResult =>
    address.endsWith(".ics")
      ? html`<a class="file" href=${address} download>${label}</a>`
      : html`<a class="file" href=${address} target="_blank" rel="noopener noreferrer">${label}${hidden(strings.newTab)}</a>`;
  return html`<div class="take-away">
    ${pictures.map(({ address }) => html`<img src=${address} alt=${strings.pictureOfPlan} width="320" />`)}
    <p class="links">${safe.map(file)}</p>
  </div>`;
}

/** All of an answer but its choices. */
export function answerParts(answer: Answer, live: boolean, server: URL): TemplateResult {
  if (answer.level !== "none") {
    const rest = answer.level === "urgent" ? sourcesFold(answer.sources) : nothing;
    return html`${careCard(answer, live)}${rest}`;
  }
  return html`${answer.texts.map((text) => html`<div class="bubble" dir="auto">${text}</div>`)}
  ${callLinks(answer.calls)} ${answer.plan ? planCard(answer.plan) : nothing} ${takeAway(answer.links, server)}
  ${sourcesFold(answer.sources)}`;
}

/** What a screen reader is told of an answer. The emergency card announces itself. */
export function spoken(answer: Answer): string {
  if (answer.level === "emergency") return "";
  const said = [strings.botSays, ...(answer.level === "urgent" ? [strings.urgentHidden] : []), ...answer.texts];
  if (answer.level === "none" && answer.plan) said.push(strings.planBelow);
  if (answer.buttons.length) said.push(strings.choiceCount(answer.buttons.length));
  return said.join(" ");
}
