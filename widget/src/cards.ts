// Pieces of an answer: what was said, care cards, sources. Lit puts every value in as text; addresses are checked.

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "./icons.js";
import { headingOf } from "./reading.js";
import { strings } from "./strings.js";
import type { Answer, Call, Part, Source } from "./types.js";
import { fullDate } from "./words.js";

export type Piece = TemplateResult | typeof nothing;

export const hidden = (text: string): TemplateResult => html`<span class="hidden-text">${text}</span>`;

const callLink = ({ label, tel }: Call): TemplateResult =>
  html`<a class="call" href=${`tel:${tel.replace(/[ -]/g, "")}`}>${icon("phone")}${label}</a>`;

export const callLinks = (calls: Call[]): Piece =>
  calls.length ? html`<p class="calls">${calls.map(callLink)}</p>` : nothing;

/**
 * The care card of an emergency or of something urgent: one action in its heading, its urgency also in words, and whom
 * to call directly under it. One for somebody in distress does not shout.
 */
export function careCard(answer: Answer, live: boolean): TemplateResult {
  const emergency = answer.level === "emergency";
  const lines = answer.parts.flatMap(({ text }) => text);
  return html`<div class=${`care ${answer.level} ${answer.calm ? "calm" : ""}`} role=${emergency && live ? "alert" : nothing}>
    <h3>${hidden(emergency ? strings.emergencyHidden : strings.urgentHidden)}${headingOf(answer)}</h3>
    <div class="care-body">${callLinks(answer.calls)}${lines.map((line) => html`<p>${line}</p>`)}</div>
  </div>`;
}

export const listOf = (items: string[]): Piece =>
  items.length ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : nothing;

/** One text: a bold sentence, paragraphs and a list, and when to get help as a quiet inset. */
export function said({ lead, text, list, help }: Part): Piece {
  if (!lead && !text.length && !list.length && !help) return nothing;
  return html`<div class="bubble" dir="auto">
    ${lead ? html`<p class="lead">${lead}</p>` : nothing}${text.map((line) => html`<p>${line}</p>`)}${listOf(list)}
    ${help ? html`<div class="inset"><h3>${strings.helpHeading}</h3><p>${help}</p></div>` : nothing}
  </div>`;
}

const SHOWN_SOURCES = 2;

function sourceName({ title, url }: Source): TemplateResult {
  return /^https?:\/\//i.test(url)
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${title}${hidden(strings.newTab)}</a>`
    : html`<span>${title}</span>`;
}

/**
 * The sources: two by name, the rest folded; when somebody last opened each, or once for all that nobody has; and what a
 * clinician has signed.
 */
export function sourcesList({ sources, review }: Answer): Piece {
  if (!sources.length) return nothing;
  const never = sources.every(({ checked }) => !checked);
  const item = (source: Source): TemplateResult => {
    const when = source.checked ? strings.checked(fullDate(source.checked)) : strings.notChecked;
    return html`<li>${sourceName(source)}${never ? nothing : ` (${when})`}</li>`;
  };
  const rest = sources.slice(SHOWN_SOURCES);
  return html`<div class="sources">
    <p class="sources-head">${strings.sources}</p>
    <ul>${sources.slice(0, SHOWN_SOURCES).map(item)}</ul>
    ${rest.length ? html`<details><summary>${strings.moreSources(rest.length)}</summary><ul>${rest.map(item)}</ul></details>` : nothing}
    <p>${never ? `${strings.noneChecked} ` : ""}${review || strings.notReviewed}</p>
  </div>`;
}

/** What a screen reader is told of an answer. The emergency card announces itself. */
export function spoken(answer: Answer): string {
  if (answer.level === "emergency") return "";
  const words = [strings.botSays, ...(answer.level === "urgent" ? [strings.urgentHidden] : []), ...answer.texts];
  if (answer.buttons.length) words.push(strings.choiceCount(answer.buttons.length));
  return words.join(" ");
}
