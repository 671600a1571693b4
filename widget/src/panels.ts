// Options and "your data": what stands in the place of the transcript when they are open.

import { html, nothing, type TemplateResult } from "lit";
import { callLinks } from "./cards.js";
import { headingOf } from "./reading.js";
import { strings } from "./strings.js";
import type { Answer } from "./types.js";

export interface Look { size: string; theme: string }

export interface OptionsModel {
  look: Look;
  isPrivate: boolean;
  result: string;
  change: (look: Partial<Look>) => void;
  copy: () => void;
  print: () => void;
  save: () => void;
  togglePrivate: () => void;
  data: () => void;
  back: () => void;
}

const action = (title: string, press: () => void, kind = ""): TemplateResult =>
  html`<button type="button" class=${kind} @click=${press}>${title}</button>`;

const heading = (title: string, way: string, back: () => void): TemplateResult =>
  html`<div class="panel-head"><h3 id="panel-title" tabindex="-1">${title}</h3>${action(way, back)}</div>`;

function pick(legend: string, name: string, names: Record<string, string>, now: string, change: (value: string) => void): TemplateResult {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${Object.entries(names).map(
      ([value, title]) => html`<label class="pick">
        <input type="radio" name=${name} value=${value} .checked=${value === now} @change=${() => change(value)} />${title}
      </label>`,
    )}
  </fieldset>`;
}

const result = (text: string): TemplateResult => html`<p class="result" role="status">${text}</p>`;

export function optionsPanel(model: OptionsModel): TemplateResult {
  return html`<section class="sheet" aria-labelledby="panel-title">
    ${heading(strings.options, strings.back, model.back)}
    ${pick(strings.textSize, "size", strings.textSizes, model.look.size, (size) => model.change({ size }))}
    ${pick(strings.colours, "theme", strings.themes, model.look.theme, (theme) => model.change({ theme }))}
    <h4>${strings.conversation}</h4>
    <div class="actions">${action(strings.copy, model.copy)}${action(strings.print, model.print)}${action(strings.save, model.save)}</div>
    ${result(model.result)}
    <h4>${strings.privateTitle}</h4>
    <p>${strings.privateExplain}</p>
    <div class="actions">${action(model.isPrivate ? strings.privateOn : strings.privateOff, model.togglePrivate)}</div>
    <h4>${strings.yourData}</h4>
    <div class="actions">${action(strings.yourData, model.data, "to-data")}</div>
  </section>`;
}

/** What is asked before it is done. */
export type Asked = "delete" | "clear" | null;

export interface DataModel {
  isPrivate: boolean;
  waiting: number;
  asking: Asked;
  busy: boolean;
  result: string;
  /** The answer of an emergency that stands: its action comes before everything else. */
  standing: Answer | null;
  exportAll: () => void;
  ask: (asking: Asked) => void;
  deleteAll: () => void;
  clear: () => void;
  back: () => void;
}

const list = (items: string[]): TemplateResult => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;

function alarm(standing: Answer | null): TemplateResult | typeof nothing {
  if (!standing) return nothing;
  return html`<p class="first"><strong>${headingOf(standing)}</strong></p>${callLinks(standing.calls)}`;
}

/** The question before something that cannot be undone; an emergency that stands opens it. */
function sure(model: DataModel, question: string, yes: TemplateResult): TemplateResult {
  return html`<div class="sure" role="group" aria-labelledby="sure">
    ${alarm(model.standing)}
    <p id="sure">${question}</p>
    <div class="actions">${action(strings.deleteNo, () => model.ask(null), "keep")}${yes}</div>
  </div>`;
}

export function dataPanel(model: DataModel): TemplateResult {
  const everything = action(strings.deleteYes, model.deleteAll, "primary");
  return html`<section class="sheet" aria-labelledby="panel-title" aria-busy=${model.busy ? "true" : nothing}>
    ${heading(strings.yourData, strings.backToOptions, model.back)}
    ${model.result && !model.asking ? alarm(model.standing) : nothing}
    <p>${strings.dataNobody}</p>
    ${model.isPrivate ? html`<p><strong>${strings.dataPrivate}</strong></p>` : nothing}
    <h4>${strings.dataServerTitle}</h4>
    ${list(strings.dataServer)}
    <h4>${strings.dataBrowserTitle}</h4>
    ${list(strings.dataBrowser(model.waiting))}
    ${model.isPrivate ? nothing : html`<p>${strings.dataUntil}</p>`}
    ${model.asking === "delete"
      ? sure(model, strings.deleteSure, everything)
      : html`<div class="actions">
          ${action(strings.exportAll, model.exportAll)}${action(strings.deleteAll, () => model.ask("delete"), "delete")}
        </div>`}
    ${result(model.result)}
    ${model.asking === "clear"
      ? sure(model, strings.clearSure, html`${action(strings.clearYes, model.clear)}${everything}`)
      : html`<p>${strings.clearExplain}</p>
          <div class="actions">${action(strings.clear, () => model.ask("clear"), "clear")}</div>`}
  </section>`;
}
