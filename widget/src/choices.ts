// What the person can say next, as buttons.

import { html, nothing, type TemplateResult } from "lit";
import { strings } from "./strings.js";
import type { Button } from "./types.js";

export type Press = (button: Button, spent: boolean) => void;

export interface Choices {
  buttons: Button[];
  /** What the person said next, by button or in writing; null where nothing was said yet. */
  spentBy: string | null;
  press: Press;
  /** One below the other, for buttons that are whole questions. */
  stacked?: boolean;
  /** Whether the first is the one that most will want. */
  leads?: boolean;
}

/** A row of real buttons. Once one is chosen it stays, says so, and cannot be pressed again; the others go. */
export function choices({ buttons, spentBy, press, stacked = false, leads = false }: Choices): TemplateResult | typeof nothing {
  if (!buttons.length) return nothing;
  const chosen = buttons.findIndex((button) => button.title === spentBy);
  if (spentBy !== null && chosen < 0) return nothing;
  const spent = chosen >= 0;
  const label = stacked ? strings.didYouMean : strings.choices;
  return html`<div class=${`choices ${stacked ? "stacked" : ""} ${spent ? "spent" : ""}`} role="group" aria-label=${label}>
    ${buttons.map(
      (button, place) => html`<button
        type="button"
        class=${leads && place === 0 && !spent ? "primary" : "chip"}
        ?hidden=${spent && place !== chosen}
        aria-disabled=${spent ? "true" : nothing}
        @click=${() => press(button, spent)}
      >${spent ? html`<span class="hidden-text">${strings.chosen}</span>` : nothing}${button.title}</button>`,
    )}
  </div>`;
}
