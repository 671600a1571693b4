// What stands around the transcript: the button that opens the chat, and the bar above it.

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "./icons.js";
import { strings } from "./strings.js";

export interface LauncherModel {
  open: boolean;
  /** Answers that came while the chat was closed. */
  unread: number;
  /** At the other side of the screen. */
  aside: boolean;
  show: () => void;
}

export function launcher({ open, unread, aside, show }: LauncherModel): TemplateResult {
  return html`<button type="button" class=${aside ? "launcher aside" : "launcher"} ?hidden=${open} aria-haspopup="dialog"
    aria-label=${unread ? `${strings.open}, ${strings.newAnswers(unread)}` : nothing} @click=${show}>
    ${icon("chat")}${strings.open}${unread ? html`<span class="badge" aria-hidden="true">${unread}</span>` : nothing}
  </button>`;
}

export interface BarModel {
  /** Whether the options, or what they lead to, are shown. */
  options: boolean;
  toggle: () => void;
  /** Null where the chat is part of the page. */
  close: (() => void) | null;
}

export function bar({ options, toggle, close }: BarModel): TemplateResult {
  return html`<header class="bar">
    <span class="mark">${icon("mark")}</span><h2 id="title">${strings.title}</h2>
    <button type="button" class="round options" aria-expanded=${options} aria-label=${strings.options} title=${strings.optionsHelp}
      @click=${toggle}>${icon("options")}<span class="name">${strings.options}</span></button>
    ${close ? html`<button type="button" class="round close" aria-label=${strings.close} title=${strings.close} @click=${close}>${icon("close")}<span class="name">${strings.closeName}</span></button>` : nothing}
  </header>`;
}
