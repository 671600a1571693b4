// The transcript: messages with date lines between days, notes, and the way to a person after three misses.

import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { careCard, type Piece } from "./cards.js";
import { choices, type Press } from "./choices.js";
import { icon } from "./icons.js";
import { answerParts } from "./plan-card.js";
import { strings } from "./strings.js";
import type { Answer, Turn } from "./types.js";
import { clock, dayOf, sameDay, todayIso } from "./words.js";

/** Whom to turn to, as the page that hosts the widget says. */
export interface Clinic { name: string; phone: string | null; page: string | null }

export function clinicOf(element: Element): Clinic {
  const page = element.getAttribute("clinic-page");
  return {
    name: element.getAttribute("clinic") ?? strings.yourClinic,
    phone: element.getAttribute("clinic-phone"),
    page: page && /^(https?|mailto):/i.test(page) ? page : null,
  };
}

export interface TranscriptOptions {
  server: URL;
  clinic: Clinic;
  /** Turns in a row without help: 3 or more show the way to a person. */
  misses: number;
  unreachable: boolean;
  /** The chat has trouble: what waits says so. */
  notSent: boolean;
  /** The first turn that is shown. */
  from: number;
  /** Whether there is something before it, here or on the server. */
  earlier: boolean;
  showEarlier: () => void;
  press: Press;
  retry: (id: string) => void;
}

/** Speaker and words are the name of a message; its time is not. */
const article = (id: string, kind: string, who: string, body: TemplateResult, after: Piece = nothing): TemplateResult =>
  html`<article class=${`message ${kind}`} tabindex="-1" aria-labelledby=${`${id}-who ${id}-body`}>
    <p class="hidden-text" id=${`${id}-who`}>${who}</p>
    ${kind.startsWith("bot") ? html`<span class="mark">${icon("mark")}</span>` : nothing}
    <div class="body" id=${`${id}-body`}>${body}</div>
    ${after}
  </article>`;

/** The greeting, which is the widget's own so that it stands there before any answer of the server. */
export function welcome(spentBy: string | null, press: Press): TemplateResult {
  const used = spentBy !== null;
  const starters = strings.starters.map(
    ([title, caption]) => html`<button type="button" class="starter" @click=${() => press({ title }, false)}>
      <strong>${title}</strong> <span>${caption}</span>
    </button>`,
  );
  const body = html`<p class="lead">${strings.welcome}</p>
    ${used
      ? choices({ buttons: strings.starters.map(([title]) => ({ title })), spentBy, press })
      : html`<div class="starters" role="group" aria-label=${strings.choices}>${starters}</div>`}
    ${strings.disclaimers.map((line) => html`<p class="small">${line}</p>`)}`;
  return html`<div class="turn">${article("welcome", "bot welcome", strings.botSays, body)}</div>`;
}

const note = (turn: Turn, notSent: boolean): string =>
  turn.status === "refused" ? strings.refused
  : turn.status === "failed" ? strings.failed
  : turn.status === "waiting" && notSent ? strings.notSentYet
  : "";

function turnParts(turn: Turn, spentBy: string | null, newDay: boolean, options: TranscriptOptions): TemplateResult {
  const { answer, id } = turn;
  const words = note(turn, options.notSent);
  const again = turn.status === "failed" ? html` <button type="button" class="chip" @click=${() => options.retry(id)}>${strings.tryAgain}</button>` : nothing;
  const row = answer && { buttons: answer.buttons, spentBy, press: options.press, stacked: answer.kind === "did_you_mean" };
  const time = new Date(turn.time).toISOString();
  return html`
    ${newDay ? html`<p class="day"><time datetime=${time}>${dayOf(turn.time)}</time></p>` : nothing}
    ${turn.renewed ? html`<p class="note">${strings.newConversation}</p>` : nothing}
    ${article(id, "user", strings.youSay, html`<div class="bubble" dir="auto">${turn.text}</div>`, html`
      <p class="note">${words}${again}<time class="clock" datetime=${time}>${clock(turn.time)}</time></p>`)}
    ${answer && row
      ? article(`${id}-answer`, `bot level-${answer.level}`, strings.botSays, answerParts(answer, turn.live, options.server, row))
      : nothing}`;
}

function person({ clinic, unreachable }: TranscriptOptions): TemplateResult {
  const ways = [
    ...(clinic.phone ? [html`<a class="call" href=${`tel:${clinic.phone.replace(/[^\d+]/g, "")}`}>${icon("phone")}${strings.personCall(clinic.name)}: ${clinic.phone}</a>`] : []),
    ...(clinic.page ? [html`<a class="file" href=${clinic.page} target="_blank" rel="noopener noreferrer">${strings.personPage(clinic.name)}<span class="hidden-text">${strings.newTab}</span></a>`] : []),
  ];
  return html`<section class="person" aria-label=${strings.personHeading}>
    <h3>${strings.personHeading}</h3>
    <p>${unreachable ? strings.personUnreachable : strings.personText}</p>
    ${ways.length ? html`<p class="calls">${ways}</p>` : html`<p>${strings.callClinic}</p>`}
  </section>`;
}

/**
 * All messages below the greeting. Each turn has a row of its own that is made again only when something in it changes,
 * so that a long conversation costs no more than a short one.
 */
export function transcript(turns: Turn[], farewell: Answer | null, options: TranscriptOptions): TemplateResult {
  const today = todayIso();
  const row = (turn: Turn, place: number): TemplateResult => {
    const at = options.from + place;
    const spentBy = turns[at + 1]?.text ?? null;
    const before = turns[at - 1];
    const newDay = !place || !before || !sameDay(before.time, turn.time);
    const known = [turn, spentBy, newDay, turn.status === "waiting" && options.notSent, today];
    return html`<div class="turn">${guard(known, () => turnParts(turn, spentBy, newDay, options))}</div>`;
  };
  return html`
    ${options.earlier ? html`<button type="button" class="chip earlier" @click=${options.showEarlier}>${strings.showEarlier}</button>` : nothing}
    ${options.from > 0 || options.earlier ? nothing : welcome(turns[0]?.text ?? null, options.press)}
    ${farewell ? html`<div class="turn">${article("farewell", "bot", strings.botSays, careCard(farewell, true))}</div>` : nothing}
    ${repeat(turns.slice(options.from), (turn) => turn.id, row)}
    ${options.misses >= 3 || options.unreachable ? person(options) : nothing}`;
}
