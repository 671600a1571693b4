// How the widget looks. Lengths are em of the root's own font size, which no page can shrink; sides are logical, so that
// right to left is the same sheet. What depends on room asks the panel, not the screen: larger text leaves less of it.

import { css } from "lit";
import { colours } from "./colours.js";
import { messages } from "./message-styles.js";

const frame = css`
  /* Important rules of a shadow root win over those of the page, so that no page's *{} reaches the chat. */
  :host { all: initial !important; display: block !important; }
  :host(:not([mode="inline"])) { position: fixed !important; z-index: 2147483647 !important; inset: auto 0 0 auto !important; }
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
  .root[popover] { position: fixed; inset: auto 0 0 auto; width: 0; height: 0; margin: 0; padding: 0; border: 0; background: none; overflow: visible; }
  .root[data-size="1.25"] { font-size: 1.328em; }
  .root[data-size="1.5"] { font-size: 1.594em; }

  .launcher {
    position: fixed;
    inset-block-end: 1rem;
    inset-inline-end: 1rem;
    display: flex;
    align-items: center;
    gap: 0.5em;
    max-width: calc(100vw - 2rem);
    padding: 0.75em 1.25em;
    border: 2px solid var(--on-accent);
    border-radius: 2em;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 700;
    box-shadow: 0 2px 10px rgb(0 0 0 / 40%);
  }
  .launcher.aside { inset-inline: 1rem auto; }
  .badge { min-width: 1.6em; padding-inline: 0.4em; border-radius: 0.8em; background: var(--on-accent); color: var(--accent); text-align: center; }
  .panel {
    flex-direction: column;
    container: panel / size;
    width: var(--b12-width, 27em);
    height: min(var(--b12-height, 44em), var(--room, 100dvh));
    max-width: 100%;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--b12-radius, 1em);
    background: var(--page);
    color: var(--ink);
    /* Not "hidden", which a focus deep inside would still scroll. */
    overflow: clip;
  }
  .panel.inline, .panel[open] { display: flex; }
  .panel.inline { width: var(--b12-width, 100%); max-height: var(--b12-max-height, none); }
  dialog.panel { position: fixed; inset: auto 1em 1em auto; max-width: calc(100vw - 2em); max-height: calc(100dvh - 2em); box-shadow: 0 8px 40px rgb(0 0 0 / 30%); }
  .root[dir="rtl"] dialog.panel { inset: auto auto 1em 1em; }
  dialog::backdrop { background: rgb(0 0 0 / 60%); }
`;

const text = css`
  h2, h3, h4, p, ul { margin: 0 0 0.5em; }
  h2, h3 { font-size: 1.0625em; line-height: 1.3; }
  h4 { font-size: 1em; margin-block-start: 0.75em; }
  ul { padding-inline-start: 1.25em; }
  a { color: var(--link); text-underline-offset: 0.15em; }
  .small, .note, .day, .clock { font-size: 0.875em; color: var(--soft); }
  .icon { flex: none; width: 1.25em; height: 1.25em; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; vertical-align: -0.25em; }
  .mark { flex: none; display: grid; place-items: center; width: 1.75em; height: 1.75em; border-radius: 50%; background: var(--accent); color: var(--on-accent); }
  .mark .icon { width: 1em; height: 1em; }
  .hidden-text { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  :focus { outline: none; }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  textarea:focus-visible { outline: 2px solid var(--accent); outline-offset: 0; border-color: var(--accent); }
  h3:focus-visible { outline: none; }

  button, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
  button {
    min-height: 2.5em;
    padding: 0.4em 1em;
    border: 1px solid var(--control);
    border-radius: 1.3em;
    background: var(--surface);
    color: var(--link);
    text-align: start;
    cursor: pointer;
  }
  button:hover { background: var(--mine); color: var(--ink); }
  button.chip { border-color: var(--line); background: var(--tint); font-weight: 500; }
  button.chip:hover { background: var(--mine); }
  button.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 700; }
  button.primary:hover, .launcher:hover { background: var(--accent); color: var(--on-accent); filter: brightness(1.1); }
  button.round { flex: none; display: grid; place-items: center; width: 2.5em; height: 2.5em; padding: 0; border-radius: 50%; }
  .bar button.round { border-color: transparent; background: transparent; }
  .bar button.round:hover { background: var(--tint); }
  button[aria-disabled="true"] { border-style: dashed; border-color: var(--control); color: var(--soft); background: transparent; cursor: default; }
  button[aria-disabled="true"]::before { content: "\\2713\\00a0"; content: "\\2713\\00a0" / ""; }
  .choices, .actions { display: flex; flex-wrap: wrap; gap: 0.5em; margin-block: 0.5em; }
  .stacked { flex-direction: column; align-items: flex-start; }
`;

const dock = css`
  .bar { display: flex; align-items: center; gap: 0.5em; padding: 0.375em 0.5em 0.375em 0.75em; background: var(--surface); border-block-end: 1px solid var(--line); }
  .bar h2 { flex: 1; min-width: 0; margin: 0; color: var(--ink); }
  .bar .name { display: none; }
  @container panel (min-width: 21em) {
    .bar button.round { display: flex; gap: 0.4em; width: auto; padding-inline: 0.6em; border-radius: 1.3em; }
    .bar .name { display: inline; font-weight: 500; }
  }
  .bar [aria-expanded="true"] { background: var(--tint); }
  .banner { margin: 0; padding: 0.375em 0.75em; background: var(--ink); color: var(--page); font-size: 0.9375em; font-weight: 600; }
  .new-below { align-self: center; margin: 0.25em; box-shadow: 0 2px 8px rgb(0 0 0 / 25%); }
  .dock { padding: 0.5em 0.75em; border-block-start: 1px solid var(--line); background: var(--surface); }
  .dock p { margin: 0; }
  form { display: flex; gap: 0.5em; align-items: flex-end; }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 2.5em;
    max-height: 7em;
    padding: 0.5em 0.9em;
    border: 1px solid var(--control);
    border-radius: 1.25em;
    background: var(--surface);
    line-height: 1.4;
    resize: none;
    field-sizing: content;
  }
  textarea::placeholder { color: var(--soft); opacity: 1; }
  .emergency-line { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5em; padding-block-end: 0.375em; font-size: 0.875em; line-height: 1.3; color: var(--soft); }
  .emergency-line strong { color: var(--ink); }
  .numbers { display: inline-flex; gap: 0.25em; }
  .else { flex: 1 1 10.5em; }
  .emergency-line a { display: inline-flex; align-items: center; justify-content: center; gap: 0.3em; min-height: 24px; padding: 0.1em 0.6em; border-radius: 1em; border: 1px solid var(--danger); color: var(--danger); font-weight: 700; text-decoration: none; }
  .emergency-line .icon { width: 1em; height: 1em; }
  .state:not(:empty) { margin-block-end: 0.5em; padding: 0.375em 0.75em; border: 1px solid var(--control); border-radius: 0.75em; font-size: 0.9375em; }
  .root:is([data-state="offline"], [data-state="down"], [data-state="starting"], [data-state="broken"]) .emergency-line a { background: var(--alarm); color: var(--on-alarm); border-color: var(--alarm); }

  .sheet { position: relative; flex: 1; min-height: 0; padding: 0.75em max(0.75em, (100% - 42em) / 2); overflow-y: auto; overscroll-behavior: contain; }
  .panel-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0.5em; }
  .panel-head h3 { margin: 0; font-size: 1.25em; }
  fieldset { margin: 0.75em 0; padding: 0.5em 0.75em; border: 1px solid var(--line); border-radius: 0.75em; background: var(--surface); min-width: 0; }
  legend { font-weight: 700; padding-inline: 0.25em; }
  .pick { display: flex; align-items: center; gap: 0.5em; min-height: 2em; }
  .pick input { width: 1.25em; height: 1.25em; margin: 0; accent-color: var(--accent); }
  .sure { padding: 0.75em 0.9em; border: 2px solid var(--control); border-radius: 0.75em; background: var(--surface); }
  .result:empty { margin: 0; }
`;

const conditions = css`
  /* A phone, a zoomed or a very low window: the chat takes all of it, above the keyboard. */
  @media (max-width: 30em), (max-height: 30em) {
    dialog.panel, .root[dir="rtl"] dialog.panel { inset: var(--room-top, 0) 0 auto 0; width: 100%; height: var(--room, 100dvh); max-width: none; max-height: none; border-radius: 0; border: 0; }
  }
  /* Little room: the dock gives way to what was said, and the greeting is whole. */
  @container panel (max-height: 40em) {
    .welcome .lead { margin-block-end: 0.375em; }
    .starters { gap: 0.375em; margin-block-end: 0.5em; }
    .starter { padding-block: 0.3em; }
    .welcome .small { margin-block-end: 0.25em; line-height: 1.35; }
  }
  @container panel (max-height: 36em) {
    .dock { padding-block: 0.25em; }
    .bar { padding-block: 0.125em; }
  }
  @container panel (max-height: 26em) {
    .emergency-line { padding-block-end: 0.125em; }
    .else { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .dock { position: relative; display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5em; }
    .dock form { flex: 1 1 9em; }
    .state { flex-basis: 100%; }
    .state:empty, #count:empty { display: none; }
    .emergency-line strong { display: none; }
    .bar .mark { display: none; }
    textarea { max-height: 4.5em; }
    .message.bot { padding-inline-start: 0; }
    .message > .mark { display: none; }
    .care h3 { font-size: 1.0625em; padding-block: 0.375em; }
    .care-body { padding-block: 0.5em; }
  }
  @container panel (max-height: 50em) {
    .root[data-level] .emergency-line { display: none; }
  }
  @media (pointer: coarse) {
    button, textarea, .call, .file, summary, .pick, .sources a, .other, .picture p a { min-height: 44px; }
    .emergency-line a { min-height: 44px; min-width: 44px; }
    .bar button, button.round { min-width: 44px; min-height: 44px; }
  }
  @media (prefers-reduced-motion: no-preference) {
    .dots span { animation: dot 1.2s infinite ease-in-out; }
    .dots span:nth-child(2) { animation-delay: 0.2s; }
    .dots span:nth-child(3) { animation-delay: 0.4s; }
    .level-none .body { animation: arrive 0.2s ease-out; }
  }
  @keyframes dot { 0%, 60%, 100% { opacity: 0.3; } 30% { opacity: 1; } }
  @keyframes arrive { from { transform: translateY(0.375em); } }
  @media (forced-colors: active) {
    .bubble, .care, .plan, .person, button, .call, .banner, .file, .inset, .emergency-line a { border: 2px solid CanvasText; }
    .care { border-width: 4px; }
    .bar button.round, button.chip { border: 2px solid ButtonBorder; }
  }
  @media print { .launcher, dialog.panel { display: none; } }
`;

export const styles = [colours, frame, text, messages, dock, conditions];
