// The plan as one card: the next date, the question that goes with it, the dates after it, and what to take away.

import { html, nothing, type TemplateResult } from "lit";
import { callLinks, careCard, hidden, listOf, type Piece, said, sourcesList } from "./cards.js";
import { type Choices, choices } from "./choices.js";
import { icon } from "./icons.js";
import { strings } from "./strings.js";
import type { Answer, Dose, Link, Plan } from "./types.js";
import { doseDates, todayIso, until } from "./words.js";

const AFTER = 3;

const flagged = ({ flags }: Dose, flag: string): boolean => Array.isArray(flags) && flags.includes(flag);

function planCard(answer: Answer, plan: Plan, row: Choices, server: URL): TemplateResult {
  const [next, ...later] = plan.next as [Dose, ...Dose[]];
  const after = later.slice(0, AFTER);
  const late = flagged(next, "overdue");
  const ask = answer.parts.find((part) => part.ask)?.ask;
  const read = answer.parts.flatMap((part) => part.read);
  const weekend = [next, ...after].some((dose) => flagged(dose, "weekend"));
  const tag = (dose: Dose): Piece => (flagged(dose, "weekend") ? html` <span class="tag">${strings.weekend}</span>` : nothing);
  const told = read.length > 1 ? html`<h4>${strings.planTold}</h4>${listOf(read)}` : nothing;
  return html`<div class="plan">
    <h3>${late ? strings.planWasDue : strings.planHeading}</h3>
    <p class="next"><strong>${doseDates(next)}</strong> <span class="in">${until(next, todayIso())}</span>${tag(next)}</p>
    ${read.length === 1 ? html`<p>${read[0]}</p>` : nothing}
    ${ask ? html`<p class="ask"><strong>${ask}</strong></p>${choices({ ...row, leads: true })}` : nothing}
    ${after.length ? html`<h4>${strings.planAfter}</h4><ul class="dates">${after.map((dose) => html`<li>${doseDates(dose)}${tag(dose)}</li>`)}</ul>` : nothing}
    ${weekend ? html`<p class="small">${strings.weekendAsk}</p>` : nothing}
    ${told}
    ${plan.assumptions.length
      ? html`<details><summary>${strings.planAssumptions(plan.assumptions.length)}</summary>${listOf(plan.assumptions)}</details>`
      : nothing}
    ${takeAway(answer.links, server)}
    <p class="small">${strings.planFooter}</p>
  </div>`;
}

/** A file of our server, or Google's calendar with one date filled in; no other address is ever linked. */
function safeAddress(url: string, server: URL): string | null {
  if (/^https:\/\/calendar\.google\.com\//.test(url)) return url;
  if (!/^\/(?![/\\])/.test(url)) return null;
  const address = new URL(url.slice(1), server);
  return address.href.startsWith(server.href) ? address.href : null;
}

interface File { label: string; address: string }

const KINDS = [".ics", "/print", ".svg", ""];
const kindOf = ({ address }: File): number => KINDS.findIndex((end) => address.endsWith(end));

function fileLink(file: File): TemplateResult {
  const { label, address } = file;
  const kind = kindOf(file);
  const [drawing, name] = [(["calendar", "print", "picture"] as const)[kind], strings.files[kind]];
  if (kind === 0) return html`<a class="file" href=${address} download aria-label=${label}>${icon("calendar")}${name}</a>`;
  if (kind === 2) {
    return html`<details class="picture">
      <summary class="file" aria-label=${label}>${icon("picture")}${name}</summary>
      <img src=${address} alt=${strings.pictureOfPlan} width="320" loading="lazy" />
      <p><a href=${`${address}?save`} download>${strings.savePicture}</a></p>
    </details>`;
  }
  return html`<a class=${drawing ? "file" : "other"} href=${address} target="_blank" rel="noopener noreferrer">${drawing ? icon(drawing) : nothing}${name ?? label}${hidden(strings.newTab)}</a>`;
}

/** Calendar first, the page to print, the picture in its place. */
function takeAway(links: Link[], server: URL): Piece {
  const files = links
    .map(({ label, url }) => ({ label, address: safeAddress(url, server) }))
    .filter((file): file is File => file.address !== null)
    .sort((one, other) => kindOf(one) - kindOf(other));
  if (!files.length) return nothing;
  return html`<div class="links">${files.map(fileLink)}</div>
    <p class="small">${strings.planMore}</p>`;
}

/** All of an answer, its choices where they belong. */
export function answerParts(answer: Answer, live: boolean, server: URL, row: Choices): TemplateResult {
  if (answer.level !== "none") {
    const rest = answer.level === "urgent" ? sourcesList(answer) : nothing;
    return html`${careCard(answer, live)}${rest}${choices(row)}`;
  }
  const { plan, parts } = answer;
  const asked = plan && parts.some((part) => part.ask);
  return html`${parts.map(said)} ${callLinks(answer.calls)} ${plan ? planCard(answer, plan, row, server) : takeAway(answer.links, server)}
    ${sourcesList(answer)} ${asked ? nothing : choices(row)}`;
}
