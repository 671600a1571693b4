// How the widget looks. Lengths are em of the root's own font size, which no page can shrink; sides are logical, so that
// right to left is the same sheet.

import { css } from "lit";
import { colours } from "./colours.js";

const frame = css`
  /* Important rules of a shadow root win over those of the page, so that no page's *{} reaches the chat. */
  :host { all: initial !important; display: block !important; }
  :host(:not([mode="inline"])) { position: fixed !important; z-index: 2147483000 !important; inset: auto 0 0 auto !important; }
  * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  .root {
    font: 1.0625em/1.5 var(--b12-font, system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif);
    color: var(--ink);
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  .root[data-size="1.25"] { font-size: 1.328em; }
  .root[data-size="1.5"] { font-size: 1.594em; }

  .launcher {
    position: fixed;
    inset-block-end: 1rem;
    inset-inline-end: 1rem;
    max-width: calc(100vw - 2rem);
    padding: 0.75em 1.25em;
    border: 2px solid var(--on-accent);
    border-radius: 2em;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 700;
    box-shadow: 0 2px 10px rgb(0 0 0 / 40%);
  }
  .panel {
    flex-direction: column;
    width: var(--b12-width, 26em);
    height: var(--b12-height, 42em);
    max-width: 100%;
    margin: 0;
    padding: 0;
    border: 1px solid var(--control);
    border-radius: var(--b12-radius, 0.75em);
    background: var(--page);
    color: var(--ink);
    overflow: hidden;
  }
  .panel.inline, .panel[open] { display: flex; }
  .panel.inline { width: var(--b12-width, 100%); max-height: var(--b12-max-height, 92vh); }
  dialog.panel { position: fixed; inset: auto 1em 1em auto; max-width: calc(100vw - 2em); max-height: calc(100vh - 2em); box-shadow: 0 6px 30px rgb(0 0 0 / 40%); }
  .root[dir="rtl"] dialog.panel { inset: auto auto 1em 1em; }
  dialog::backdrop { background: rgb(0 0 0 / 60%); }
`;

const text = css`
  h2, h3, h4, p, ul { margin: 0 0 0.5em; }
  h2 { font-size: 1.125em; line-height: 1.3; }
  h3 { font-size: 1.125em; line-height: 1.3; }
  h4 { font-size: 1em; margin-top: 0.75em; }
  ul { padding-inline-start: 1.25em; }
  a { color: var(--link); text-underline-offset: 0.15em; }
  .small, .note, .day { font-size: 0.9375em; color: var(--soft); }
  .hidden-text { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  :focus { outline: none; }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  h3:focus-visible { outline: none; }

  button, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
  button {
    min-height: 2.6em;
    padding: 0.4em 1em;
    border: 2px solid var(--accent);
    border-radius: 1.3em;
    background: var(--surface);
    color: var(--link);
    text-align: start;
    cursor: pointer;
  }
  button:hover { background: var(--mine); color: var(--ink); }
  button.primary { background: var(--accent); color: var(--on-accent); font-weight: 700; }
  button.primary:hover, .launcher:hover { background: var(--accent); color: var(--on-accent); filter: brightness(1.1); }
  button[aria-disabled="true"] { border-style: dashed; border-color: var(--control); color: var(--soft); background: transparent; cursor: default; }
  button[aria-disabled="true"]::before { content: "\\2713\\00a0"; content: "\\2713\\00a0" / ""; }
  .choices, .actions { display: flex; flex-wrap: wrap; gap: 0.5em; margin-block: 0.5em; }
  .stacked { flex-direction: column; align-items: flex-start; }
`;

const messages = css`
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em; padding: 0.5em 0.75em; background: var(--surface); border-block-end: 1px solid var(--line); }
  .bar h2 { flex: 1; margin: 0; color: var(--link); }
  .bar button { min-height: 2.4em; padding-block: 0.2em; }
  .banner { margin: 0; padding: 0.5em 0.75em; background: var(--ink); color: var(--page); font-weight: 600; }
  .log, .sheet { flex: 1; min-height: 0; padding: 0.75em; overflow-y: auto; overscroll-behavior: contain; }
  .log:focus-visible { outline-offset: -3px; }
  .message { display: flow-root; margin-block-end: 1em; border-radius: 0.5em; scroll-margin: 0.5em; }
  .bubble, .plan, details, .person {
    width: fit-content;
    max-width: 100%;
    margin-block-end: 0.5em;
    padding: 0.625em 0.875em;
    border: 1px solid var(--line);
    border-radius: 0.75em;
    background: var(--surface);
  }
  .bubble { white-space: pre-line; }
  .bubble.welcome { white-space: normal; }
  .bubble > :last-child, .plan > :last-child, details > :last-child, .person > :last-child { margin-block-end: 0; }
  .user .body { display: flex; justify-content: flex-end; }
  .user .bubble { max-width: 85%; background: var(--mine); border-color: transparent; }
  .user .note { text-align: end; }
  .day { text-align: center; }
  .person { width: 100%; border-inline-start: 0.375em solid var(--accent); }

  .care { margin-block-end: 0.5em; border: 3px solid var(--alarm); border-radius: 0.25em; overflow: hidden; }
  .care h3 { margin: 0; padding: 0.625em 0.75em; background: var(--alarm); color: var(--on-alarm); font-size: 1.25em; }
  .care-body { padding: 0.75em; background: var(--surface); font-size: 1.0625em; }
  .care-body p { margin-block-end: 0.375em; }
  .care-body > :last-child { margin-block-end: 0; }
  .care.emergency .care-body { background: var(--alarm-body); color: var(--on-alarm-body); }
  .care.emergency .call { background: #ffffff; color: #000000; }
  .calls { display: flex; flex-wrap: wrap; gap: 0.5em; margin-block-start: 0.5em; }
  .call { display: inline-block; padding: 0.5em 1.25em; min-height: 2.6em; border-radius: 0.5em; background: var(--accent); color: var(--on-accent); font-weight: 700; }

  .plan { width: 100%; border-inline-start: 0.375em solid var(--accent); }
  .dates { list-style: none; padding: 0; }
  .dates li { padding-block: 0.375em; border-block-start: 1px solid var(--line); }
  .dates .today { border-inline-start: 0.25em solid var(--focus); padding-inline-start: 0.5em; }
  .flag { display: block; color: var(--flag); }
  details { padding-block: 0; background: transparent; font-size: 0.9375em; }
  details[open] { padding-block-end: 0.625em; }
  details li { padding-block: 0.25em; }
  summary { padding-block: 0.5em; cursor: pointer; color: var(--link); }
  .links { display: flex; flex-wrap: wrap; gap: 0.25em 1.25em; }
  .file { display: inline-block; padding-block: 0.5em; min-height: 2.6em; }
  .take-away img { max-width: 100%; height: auto; background: #ffffff; border-radius: 0.5em; }
`;

const dock = css`
  .typing { margin: 0; padding: 0.25em 0.75em; color: var(--soft); font-size: 0.9375em; }
  .dots span { display: inline-block; width: 0.5em; height: 0.5em; margin-inline-end: 0.2em; border-radius: 50%; background: var(--control); }
  .new-below { align-self: center; margin: 0.25em; }
  .dock { padding: 0.5em 0.75em; border-block-start: 1px solid var(--line); background: var(--surface); }
  .dock p { margin: 0; }
  label { display: block; font-weight: 600; }
  .row { display: flex; gap: 0.5em; align-items: flex-end; margin-block: 0.125em 0.25em; }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 2.75em;
    max-height: 8em;
    padding: 0.5em 0.75em;
    border: 2px solid var(--control);
    border-radius: 0.5em;
    background: var(--surface);
    resize: vertical;
    field-sizing: content;
  }
  .emergency-line { font-size: 0.9375em; }
  .emergency-line a { display: inline-block; min-width: 1.75em; text-align: center; padding-block: 0.125em; font-weight: 700; }
  .state:not(:empty) { margin-block-end: 0.375em; }
  .root:not([data-state="ready"]) .state { padding: 0.5em 0.75em; border: 2px solid var(--control); border-inline-start: 0.5em solid var(--alarm); background: var(--surface); }
  .root:not([data-state="ready"]) .emergency-line { padding: 0.375em 0.5em; background: var(--alarm); color: var(--on-alarm); font-size: 1.0625em; }
  .root:not([data-state="ready"]) .emergency-line a { color: inherit; }

  .panel-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0.5em; }
  .panel-head h3 { margin: 0; }
  fieldset { margin: 0.75em 0; padding: 0.5em 0.75em; border: 1px solid var(--line); border-radius: 0.5em; min-width: 0; }
  legend { font-weight: 700; padding-inline: 0.25em; }
  .pick { display: flex; align-items: center; gap: 0.5em; min-height: 2em; font-weight: 400; }
  .pick input { width: 1.25em; height: 1.25em; margin: 0; accent-color: var(--accent); }
  .sure { padding: 0.625em 0.875em; border: 2px solid var(--alarm); border-radius: 0.5em; }
  .result:empty { margin: 0; }
`;

const conditions = css`
  /* A phone, a zoomed or a very low window: the chat takes all of it, and scrolls as one page. */
  @media (max-width: 30em), (max-height: 30em) {
    dialog.panel, .root[dir="rtl"] dialog.panel { inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; border-radius: 0; border: 0; }
  }
  @media (max-height: 30em) {
    .panel { overflow-y: auto; }
    .panel.inline { height: auto; max-height: none; overflow: visible; }
    .log, .sheet { flex: none; overflow: visible; }
  }
  @media (pointer: coarse) {
    button, .call, .file, summary, .pick, .emergency-line a { min-height: 44px; }
    summary, .emergency-line a { line-height: 2; }
    .emergency-line a, .file { min-width: 44px; }
    .bar button { min-height: 44px; }
  }
  @media (prefers-reduced-motion: no-preference) {
    .dots span { animation: dot 1.2s infinite ease-in-out; }
    .dots span:nth-child(2) { animation-delay: 0.2s; }
    .dots span:nth-child(3) { animation-delay: 0.4s; }
  }
  @keyframes dot { 0%, 60%, 100% { opacity: 0.3; } 30% { opacity: 1; } }
  @media (forced-colors: active) {
    .bubble, .care, .plan, .person, button, .call, .banner { border: 2px solid CanvasText; }
    .care { border-width: 4px; }
    .dates .today { border-inline-start: 0.5em solid Highlight; }
  }
  @media print { .launcher, dialog.panel { display: none; } }
`;

export const styles = [colours, frame, text, messages, dock, conditions];
