// The script tag: reads its data- attributes and puts the widget on the page.

import { B12Guide } from "./element.js";

const NAME = "b12-guide";
// A second tag on the page must not register the element again.
if (!customElements.get(NAME)) customElements.define(NAME, B12Guide);

function place(tag: HTMLScriptElement): void {
  const element = document.createElement(NAME);
  for (const [name, value] of Object.entries(tag.dataset)) {
    if (value !== undefined) element.setAttribute(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value);
  }
  element.setAttribute("server", new URL(".", tag.src).href);
  const { target, mode } = tag.dataset;
  if (target) document.querySelector(target)?.append(element);
  else if (mode === "inline" && document.body.contains(tag)) tag.after(element);
  else document.body.append(element);
}

const tag = document.currentScript;
// data-manual: the page writes <b12-guide server="..."> itself.
if (tag instanceof HTMLScriptElement && tag.src && tag.dataset["manual"] === undefined) {
  if (document.body) place(tag);
  else document.addEventListener("DOMContentLoaded", () => place(tag), { once: true });
}
