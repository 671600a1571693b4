// The transcript: messages with date lines between days, choices, notes, and the way to a person after three misses.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { answerParts } from "./cards.js";
import { strings } from "./strings.js";
import type { Button, Turn } from "./types.js";
import { dayOf } from "./words.js";

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
  press: (button: Button, spent: boolean) => void;
}

type Part = TemplateResult | typeof nothing;

/** A row of real buttons. Once one is chosen it stays, says so, and cannot be pressed again; the others go. */
export function choices(buttons: Button[], spentBy: string | null, press: TranscriptOptions["press"], stacked = false): Part {
  if (!buttons.length) return nothing;
  const chosen = buttons.findIndex((button) => button.title === spentBy);
  if (spentBy !== null && chosen < 0) return nothing;
  const spent = chosen >= 0;
  const label = stacked ? strings.didYouMean : strings.choices;
  return html`<div class=${`choices ${stacked ? "stacked" : ""} ${spent ? "spent" : ""}`} role="group" aria-label=${label}>
    ${buttons.map(
      (button, place) => html`<button
        type="button"
        ?hidden=${spent && place !== chosen}
        aria-disabled=${spent ? "true" : nothing}
        @click=${() => press(button, spent)}
      >${spent ? html`<span class="hidden-text">${strings.chosen}</span>` : nothing}${button.title}</button>`,
    )}
  </div>`;
}

const article = (id: string, kind: string, who: string, body: TemplateResult, after: Part = nothing): TemplateResult =>
  html`<article class=${`message ${kind}`} tabindex="-1" aria-labelledby=${`${id}-who ${id}-body`}>
    <p class="hidden-text" id=${`${id}-who`}>${who}</p>
    <div class="body" id=${`${id}-body`}>${body}</div>
    ${after}
  </article>`;

/** The greeting, which is the widget's own so that it stands there before any answer of the server. */
export function welcome(numbers: string, spentBy: string | null, press: TranscriptOptions["press"]): TemplateResult {
  const lines = [...strings.welcome.slice(0, 1), strings.emergencySpoken(numbers), ...strings.welcome.slice(1)];
  const bubble = html`<div class="bubble welcome">${lines.map((line) => html`<p>${line}</p>`)}</div>`;
  const starters = strings.starters.map((title) => ({ title }));
  return article("welcome", "bot", strings.botSays, bubble, choices(starters, spentBy, press));
}

function turnParts(turn: Turn, place: number, turns: Turn[], options: TranscriptOptions): TemplateResult {
  const { answer } = turn;
  const spentBy = turns[place + 1]?.text ?? null;
  const earlier = turns[place - 1];
  const newDay = !earlier || dayOf(earlier.time) !== dayOf(turn.time);
  const note =
    turn.status === "refused" ? strings.refused : turn.status === "waiting" && options.notSent ? strings.notSentYet : "";
  return html`
    ${newDay ? html`<p class="day"><time datetime=${new Date(turn.time).toISOString()}>${dayOf(turn.time)}</time></p>` : nothing}
    ${turn.renewed ? html`<p class="note">${strings.newConversation}</p>` : nothing}
    ${article(
      turn.id, "user", strings.youSay, html`<div class="bubble" dir="auto">${turn.text}</div>`,
      note ? html`<p class="note">${note}</p>` : nothing,
    )}
    ${answer
      ? article(
          `${turn.id}-answer`, `bot level-${answer.level}`, strings.botSays, answerParts(answer, turn.live, options.server),
          choices(answer.buttons, spentBy, options.press, answer.kind === "did_you_mean"),
        )
      : nothing}`;
}

function person({ clinic, unreachable }: TranscriptOptions): TemplateResult {
  const ways = [
    ...(clinic.phone ? [html`<a class="call" href=${`tel:${clinic.phone.replace(/[^\d+]/g, "")}`}>${strings.personCall(clinic.name)}: ${clinic.phone}</a>`] : []),
    ...(clinic.page ? [html`<a class="file" href=${clinic.page} target="_blank" rel="noopener noreferrer">${strings.personPage(clinic.name)}<span class="hidden-text">${strings.newTab}</span></a>`] : []),
  ];
  return html`<section class="person" aria-label=${strings.personHeading}>
    <h3>${strings.personHeading}</h3>
    <p>${unreachable ? strings.personUnreachable : strings.personText}</p>
    ${ways.length ? html`<p class="calls">${ways}</p>` : html`<p>${strings.callClinic}</p>`}
  </section>`;
}

/** All messages below the greeting. */
export function transcript(turns: Turn[], options: TranscriptOptions): TemplateResult {
  return html`${repeat(turns, (turn) => turn.id, (turn, place) => turnParts(turn, place, turns, options))}
  ${options.misses >= 3 || options.unreachable ? person(options) : nothing}`;
}
