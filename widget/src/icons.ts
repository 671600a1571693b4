// Small drawings beside words, never instead of a name.

import { html, type TemplateResult } from "lit";

const PATHS = {
  mark: "M12 3c3 4 6 7 6 11a6 6 0 0 1-12 0c0-4 3-7 6-11z",
  options: "M4 7h9m4 0h3M4 17h3m4 0h9M15 4.5v5M9 14.5v5",
  close: "M6 6l12 12M18 6L6 18",
  send: "M12 20V5M5.5 11L12 4.5l6.5 6.5",
  phone: "M7 3h2l2 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 2v2a4 4 0 0 1-4 4A14 14 0 0 1 3 7a4 4 0 0 1 4-4z",
  calendar: "M4 6h16v14H4zM4 10.5h16M8 3v5M16 3v5",
  print: "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
  picture: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4",
  chat: "M4 5h16v11H9l-5 4z",
};

export const icon = (name: keyof typeof PATHS): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
