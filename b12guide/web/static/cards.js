// Builds what the transcript shows. Text goes in as text nodes only, whatever it contains.

import { strings } from "./strings.js";
import { doseDates, doseWords, fullDate, phaseWords, splitCard } from "./words.js";

let made = 0;

/** An element with attributes and children; a string child becomes a text node, null is left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

const hiddenText = (text) => el("span", { class: "hidden-text" }, text);
const objects = (value) => (Array.isArray(value) ? value.filter((item) => item && typeof item === "object") : []);
const list = (items, attributes = {}) => el("ul", attributes, ...items.map((item) => el("li", {}, ...[item].flat())));

/** The messages of one turn of the bot as one object; what has the wrong shape is left out. */
export function readTurn(messages) {
  const turn = { texts: [], buttons: [], custom: {} };
  for (const message of messages) {
    if (typeof message?.text === "string" && message.text.trim()) turn.texts.push(message.text.trim());
    turn.buttons.push(...objects(message?.buttons).filter((button) => button.title));
    if (message?.custom && typeof message.custom === "object") Object.assign(turn.custom, message.custom);
  }
  const { kind, level } = turn.custom;
  if (kind === "emergency" || level === "emergency") turn.level = "emergency";
  else if (kind === "urgent" || level === "urgent") turn.level = "urgent";
  else turn.level = "none";
  if (!turn.texts.length && turn.level === "none") turn.texts.push(strings.noAnswer);
  return turn;
}

/** History, a flat list, as user messages and turns of the bot. A turn has one custom object at most. */
export function readHistory(messages) {
  const transcript = [];
  for (const message of messages) {
    const last = transcript[transcript.length - 1];
    if (message.from === "user") transcript.push({ from: "user", text: String(message.text ?? "") });
    else if (last?.from === "bot" && !(message.custom && last.messages.some((earlier) => earlier.custom))) {
      last.messages.push(message);
    } else transcript.push({ from: "bot", messages: [message] });
  }
  return transcript;
}

function article(kind, who, body) {
  made += 1;
  const whoId = `who-${made}`;
  const bodyId = `body-${made}`;
  body.id = bodyId;
  return el(
    "article",
    { class: `message ${kind}`, tabindex: "-1", "aria-labelledby": `${whoId} ${bodyId}` },
    el("p", { class: "hidden-text", id: whoId }, who),
    body,
  );
}

export function userMessage(text) {
  return article("user", strings.youSay, el("div", { class: "bubble" }, text));
}

function calls(custom) {
  const safe = objects(custom.calls).filter(({ label, tel }) => label && /^\+?[0-9][0-9 -]{1,20}$/.test(tel));
  const links = safe.map(({ label, tel }) =>
    el("a", { class: "call", href: `tel:${String(tel).replace(/[ -]/g, "")}` }, label),
  );
  return links.length ? el("p", { class: "calls" }, ...links) : null;
}

function careCard(turn, live) {
  const emergency = turn.level === "emergency";
  const [hidden, fallback] = emergency
    ? [strings.emergencyHidden, strings.emergencyHeading]
    : [strings.urgentHidden, strings.urgentHeading];
  const [heading, rest] = splitCard(turn.texts.join("\n"), { emergency, fallback });
  const card = el(
    "div",
    { class: `care ${turn.level}` },
    el("h3", {}, hiddenText(hidden), heading),
    el("div", { class: "care-body" }, ...rest.map((line) => el("p", {}, line)), calls(turn.custom)),
  );
  if (emergency && live) card.setAttribute("role", "alert");
  return card;
}

function doseItem(dose) {
  const flags = [dose.flags ?? []].flat().filter((flag) => strings.flags[flag]);
  return [el("strong", {}, doseDates(dose)), ...flags.map((flag) => el("span", { class: "flag" }, strings.flags[flag]))];
}

function planCard(plan) {
  const next = objects(plan?.next);
  if (!next.length) return null;
  const dose = doseWords(plan);
  const told = [...objects(plan.phases).map(phaseWords), ...(dose ? [strings.planDose(dose)] : [])];
  const part = (heading, items) => (items.length ? [el("h4", {}, heading), list(items)] : []);
  return el(
    "div",
    { class: "plan" },
    el("h3", {}, strings.planHeading),
    list(next.map(doseItem), { class: "dates" }),
    ...part(strings.planTold, told),
    ...part(strings.planAssumptions, [plan.assumptions ?? []].flat().map(String)),
    el("p", { class: "small" }, strings.planFooter),
  );
}

function sourcesFold(sources) {
  const items = objects(sources).map(({ title, url, checked }) => {
    const web = /^https?:\/\//i.test(url);
    const name = web
      ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, title, hiddenText(strings.newTab))
      : el("span", {}, title);
    return checked ? [name, ` (${strings.checked(fullDate(checked))})`] : name;
  });
  if (!items.length) return null;
  return el("details", {}, el("summary", {}, strings.sources), list(items), el("p", {}, strings.notReviewed));
}

/** A file of this server, or Google's calendar with one date filled in; no other address is ever linked. */
const ours = (url) => /^\/(?![/\\])/.test(url) && new URL(url, document.baseURI).origin === location.origin;
const googles = (url) => /^https:\/\/calendar\.google\.com\//.test(url);
const isPicture = (url) => url.endsWith(".svg");

function link({ label, url }) {
  if (ours(url)) return el("a", { href: url }, label);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label, hiddenText(strings.newTab));
}

function links(custom) {
  const safe = objects(custom.links).filter(({ label, url }) => label && (ours(url) || googles(url)));
  const shown = safe.filter(({ url }) => ours(url) && isPicture(url));
  if (!safe.length) return null;
  return el(
    "div",
    { class: "take-away" },
    el("p", { class: "links" }, ...safe.map(link)),
    ...shown.map(({ url }) => el("img", { src: url, alt: strings.pictureOfPlan, width: "320" })),
  );
}

/** A row of real buttons. press(button) is called once; afterwards the row is spent. */
export function buttonRow(buttons, press, { label = strings.choices, stacked = false } = {}) {
  const row = el("div", { class: stacked ? "choices stacked" : "choices", role: "group", "aria-label": label });
  for (const button of buttons) {
    const node = el("button", { type: "button" }, button.title);
    node.addEventListener("click", () => press(button, node));
    row.append(node);
  }
  return row;
}

/** Close a row: the chosen button stays (it may hold the focus) and says so; the others go. */
export function spend(row, chosen = null) {
  for (const node of [...row.querySelectorAll("button")]) {
    if (node !== chosen) node.remove();
    else {
      node.setAttribute("aria-disabled", "true");
      node.prepend(hiddenText(strings.chosen));
    }
  }
  row.classList.add("spent");
  if (!chosen) row.remove();
}

/** One turn of the bot. live: it has just arrived, so that an emergency is announced at once. */
export function botMessage(turn, press, live) {
  const body = el("div", { class: "body" });
  if (turn.level === "none") body.append(...turn.texts.map((text) => el("div", { class: "bubble" }, text)));
  else body.append(careCard(turn, live));
  const node = article(`bot level-${turn.level}`, strings.botSays, body);
  if (turn.level !== "emergency") {
    const { custom } = turn;
    const plain = turn.level === "none" ? [calls(custom), planCard(custom.plan)] : [];
    node.append(...[...plain, links(custom), sourcesFold(custom.sources)].filter(Boolean));
  }
  if (turn.buttons.length && press) {
    const unsure = turn.custom.kind === "did_you_mean";
    node.append(buttonRow(turn.buttons, press, unsure ? { label: strings.didYouMean, stacked: true } : {}));
  }
  return node;
}

/** What a screen reader is told of a turn. The emergency card announces itself. */
export function spokenTurn(turn) {
  if (turn.level === "emergency") return "";
  const spoken = [strings.botSays, ...(turn.level === "urgent" ? [strings.urgentHidden] : []), ...turn.texts];
  if (turn.level === "none" && turn.custom.plan?.next?.length) spoken.push(strings.planBelow);
  if (turn.buttons.length) spoken.push(strings.choiceCount(turn.buttons.length));
  return spoken.join(" ");
}
