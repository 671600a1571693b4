// The foot of the chat: how the server is, the box, and the emergency line, which is there in every state.

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "./icons.js";
import { strings } from "./strings.js";
import type { State } from "./types.js";

/** Characters that a message may have. */
const LIMIT = 4000;

const NEAR_LIMIT = 3800;

/** What to say of the length of a message; nothing until it is nearly as long as it may be. */
export const lengthNote = (used: number): string =>
  used >= LIMIT ? strings.full : used >= NEAR_LIMIT ? strings.left(LIMIT - used) : "";

export interface DockModel {
  state: State | "slow";
  numbers: string[];
  /** Whether the box is shown. */
  writing: boolean;
  count: string;
  submit: (event: Event) => void;
  typed: (event: KeyboardEvent) => void;
  changed: () => void;
}

export function dock({ state, numbers, writing, count, submit, typed, changed }: DockModel): TemplateResult {
  const words = strings.states[state];
  const links = numbers.map((number) => html`<a href=${`tel:${number}`}>${icon("phone")}${number}</a>`);
  return html`<div class="dock">
    <div class="state" role="status">${words
      ? html`${words}<span class="hidden-text"> ${strings.emergencySpoken(numbers.join(", "))}</span>`
      : nothing}</div>
    <p class="emergency-line"><strong>${strings.emergencyAsk}</strong>
      <span class="numbers">${links}</span> <span class="else">${strings.emergencyOr}</span></p>
    <form ?hidden=${!writing} novalidate @submit=${submit}>
      <textarea id="box" rows="1" maxlength=${LIMIT} enterkeyhint="send" autocomplete="off" dir="auto" placeholder=${strings.label}
        aria-label=${strings.label} aria-describedby="box-help count" @keydown=${typed} @input=${changed}></textarea>
      <button type="submit" class="primary round" title=${strings.send} aria-label=${strings.send}>${icon("send")}</button>
      <p class="hidden-text" id="box-help">${strings.boxHelp}</p>
    </form>
    <p class="small" id="count">${count}</p>
  </div>`;
}
