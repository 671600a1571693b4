// Options and "your data": what stands in the place of the transcript when they are open.

import { html, nothing, type TemplateResult } from "lit";
import { strings } from "./strings.js";

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

const heading = (title: string, back: () => void): TemplateResult =>
  html`<div class="panel-head"><h3 id="panel-title" tabindex="-1">${title}</h3>${action(strings.back, back)}</div>`;

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
    ${heading(strings.options, model.back)}
    ${pick(strings.textSize, "size", strings.textSizes, model.look.size, (size) => model.change({ size }))}
    ${pick(strings.colours, "theme", strings.themes, model.look.theme, (theme) => model.change({ theme }))}
    <h4>${strings.conversation}</h4>
    <div class="actions">${action(strings.copy, model.copy)}${action(strings.print, model.print)}${action(strings.save, model.save)}</div>
    ${result(model.result)}
    <h4>${strings.privateTitle}</h4>
    <p>${strings.privateExplain}</p>
    <div class="actions">${action(model.isPrivate ? strings.privateOn : strings.privateOff, model.togglePrivate)}</div>
    <h4>${strings.yourData}</h4>
    <div class="actions">${action(strings.yourData, model.data)}</div>
  </section>`;
}

export interface DataModel {
  isPrivate: boolean;
  waiting: number;
  asking: boolean;
  busy: boolean;
  result: string;
  exportAll: () => void;
  ask: (asking: boolean) => void;
  deleteAll: () => void;
  clear: () => void;
  back: () => void;
}

const list = (items: string[]): TemplateResult => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;

export function dataPanel(model: DataModel): TemplateResult {
  const sure = html`<div class="sure" role="group" aria-labelledby="sure">
    <p id="sure">${strings.deleteSure}</p>
    <div class="actions">
      ${action(strings.deleteNo, () => model.ask(false), "keep")}${action(strings.deleteYes, model.deleteAll, "primary")}
    </div>
  </div>`;
  return html`<section class="sheet" aria-labelledby="panel-title" aria-busy=${model.busy ? "true" : nothing}>
    ${heading(strings.yourData, model.back)}
    <p>${strings.dataNobody}</p>
    ${model.isPrivate ? html`<p><strong>${strings.dataPrivate}</strong></p>` : nothing}
    <h4>${strings.dataServerTitle}</h4>
    ${list(strings.dataServer)}
    <h4>${strings.dataBrowserTitle}</h4>
    ${list(strings.dataBrowser(model.waiting))}
    ${model.isPrivate ? nothing : html`<p>${strings.dataUntil}</p>`}
    ${model.asking
      ? sure
      : html`<div class="actions">
          ${action(strings.exportAll, model.exportAll)}${action(strings.deleteAll, () => model.ask(true), "delete")}
        </div>`}
    ${result(model.result)}
    <p>${strings.clearExplain}</p>
    <div class="actions">${action(strings.clear, model.clear)}</div>
  </section>`;
}
