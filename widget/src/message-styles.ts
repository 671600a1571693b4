// How messages look: a column that a line of text fits in, small steps within a turn and larger ones between turns.

import { css } from "lit";

export const messages = css`
  .log {
    position: relative;
    flex: 1;
    min-height: 0;
    padding: 0.75em max(0.75em, (100% - 42em) / 2);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .log:focus-visible { outline-offset: -3px; }
  .turn { margin-block-end: 1.2em; }
  .message { position: relative; display: flow-root; margin-block-end: 0.25em; border-radius: 0.75em; }
  .message.bot { padding-inline-start: 2.25em; }
  .message > .mark { position: absolute; inset-inline-start: 0; inset-block-start: 0.25em; font-size: 0.9375em; }
  .bubble, .plan, .person {
    width: fit-content;
    max-width: 100%;
    margin-block-end: 0.375em;
    padding: 0.625em 0.875em;
    border: 1px solid var(--line);
    border-radius: 1.1em;
    background: var(--surface);
  }
  .bot .bubble { border-start-start-radius: 0.25em; }
  .bubble > :last-child, .plan > :last-child, .person > :last-child, .inset > :last-child { margin-block-end: 0; }
  .lead { font-weight: 700; }
  .inset { margin-block: 0.75em 0; padding-inline-start: 0.75em; border-inline-start: 0.25em solid var(--accent); }
  .inset h3 { margin-block-end: 0.125em; font-size: 1em; }
  .user .body { display: flex; justify-content: flex-end; }
  .user .bubble { max-width: 85%; background: var(--mine); border-color: transparent; border-end-end-radius: 0.25em; white-space: pre-line; }
  .user .note { margin: 0; text-align: end; }
  .clock { display: inline-block; margin-inline-start: 0.5em; }
  .day { margin-block: 0.25em 0.75em; text-align: center; }
  .earlier { display: block; margin: 0 auto 1em; }
  .typing { margin: 0; padding-inline-start: 2.25em; color: var(--soft); font-size: 0.9375em; }
  .dots span { display: inline-block; width: 0.5em; height: 0.5em; margin-inline-end: 0.2em; border-radius: 50%; background: var(--control); }

  .welcome .lead { margin-block: 0.125em 0.625em; font-size: 1.125em; }
  .starters { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr)); gap: 0.5em; margin-block-end: 0.75em; }
  .starter { display: flex; flex-direction: column; gap: 0.125em; padding: 0.5em 0.75em; border-color: var(--line); border-radius: 0.9em; line-height: 1.3; }
  .starter span { color: var(--soft); font-size: 0.875em; }
  .starter:hover span { color: inherit; }

  .care { margin-block-end: 0.5em; border: 3px solid var(--alarm); border-radius: 0.75em; overflow: clip; }
  .care h3 { margin: 0; padding: 0.5em 0.75em; background: var(--alarm); color: var(--on-alarm); font-size: 1.1875em; }
  .care-body { padding: 0.75em; background: var(--surface); }
  .care-body p { margin-block-end: 0.375em; }
  .care-body > :last-child { margin-block-end: 0; }
  .care.emergency:not(.calm) .care-body { background: var(--alarm-body); color: var(--on-alarm-body); }
  .care.emergency:not(.calm) .call { background: #ffffff; color: #000000; }
  .care.calm { border-color: var(--accent); border-width: 2px; }
  .care.calm h3 { background: var(--tint); color: var(--ink); }
  .calls, .care-body .calls { display: flex; flex-wrap: wrap; gap: 0.5em; margin-block: 0 0.75em; }
  .call { flex: 1 1 10em; display: flex; align-items: center; justify-content: center; gap: 0.5em; padding: 0.5em 1em; min-height: 2.75em; border-radius: 1.4em; background: var(--accent); color: var(--on-accent); font-weight: 700; text-decoration: none; }
  .message:is(.level-emergency, .level-urgent, .welcome) { padding-inline-start: 0; }
  :is(.level-emergency, .level-urgent, .welcome) > .mark { display: none; }

  .plan { width: 100%; }
  .plan h3 { margin-block-end: 0.125em; color: var(--soft); font-size: 1em; }
  .next { line-height: 1.3; }
  .next strong { display: block; font-size: 1.3125em; }
  .in { color: var(--soft); }
  .ask { margin-block: 0.5em 0.25em; }
  .plan h4 { margin-block: 0.75em 0; font-size: 0.9375em; color: var(--soft); }
  .dates { list-style: none; padding: 0; }
  .dates li { padding-block: 0.3em; border-block-end: 1px solid var(--line); }
  .tag { display: inline-block; padding-inline: 0.5em; border-radius: 0.75em; background: var(--tint); color: var(--flag); font-size: 0.8125em; font-weight: 500; }
  .care.urgent .call ~ .call { background: transparent; color: var(--link); border: 2px solid var(--accent); }
  .links { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0.5em; margin-block: 0.75em 0.5em; }
  .links .file { flex-direction: column; justify-content: center; gap: 0.125em; width: 100%; padding: 0.5em 0.25em; border-radius: 0.9em; }
  .links .other, .picture[open] { grid-column: 1 / -1; }
  .file { display: inline-flex; align-items: center; gap: 0.4em; min-height: 2.5em; padding: 0.3em 0.9em; border: 1px solid var(--line); border-radius: 1.25em; background: var(--tint); color: var(--link); font-weight: 500; text-decoration: none; }
  .picture summary { list-style: none; }
  .picture summary::-webkit-details-marker { display: none; }
  .picture img { display: block; max-width: 100%; height: auto; margin-block: 0.5em; background: #ffffff; border-radius: 0.5em; }

  summary { padding-block: 0.375em; cursor: pointer; color: var(--link); }
  .sources { margin-block: 0.25em 0.5em; font-size: 0.875em; color: var(--soft); }
  .sources p, .sources ul { margin: 0; }
  .sources-head { font-weight: 700; }
  .sources ul { padding: 0; list-style: none; }
  .sources a, .other, .picture p a { display: inline-flex; align-items: center; min-height: 26px; }
  .person { border-inline-start: 0.375em solid var(--accent); }
`;
