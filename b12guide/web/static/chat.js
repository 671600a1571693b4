// The page: box, transcript, keyboard, announcements, "your data".

import { botMessage, buttonRow, el, readHistory, readTurn, spend, spokenTurn, userMessage } from "./cards.js";
import { strings } from "./strings.js";
import { Transport } from "./transport.js";

const LIMIT = 4000;
const NEAR_LIMIT = 3800;
const TYPING_MS = 250;
const SLOW_MS = 6000;
const SAID_MS = 8000;

const find = (id) => document.getElementById(id);
const log = find("log");
const box = find("box");
const dock = find("dock");
const welcome = find("welcome");
const waiting = new Map();
let transcript = [];
let typingTimer = null;
let slowTimer = null;
let sayTimer = null;

/**
 * Tell a screen reader, once. Emptied first, so that the same words twice are two announcements; and afterwards, so
 * that nobody meets them a second time at the end of the page.
 */
function say(text) {
  const place = find("say");
  const put = (words) => { place.textContent = words; };
  clearTimeout(sayTimer);
  put("");
  if (!text) return;
  sayTimer = setTimeout(() => {
    put(text);
    sayTimer = setTimeout(put, SAID_MS, "");
  }, 50);
}

function showState(state) {
  const changed = document.body.dataset.state !== state;
  document.body.dataset.state = state;
  if (!changed) return;
  const words = strings.states[state];
  // The line with the numbers stands below the box; a listener hears it here.
  const parts = words ? [words, el("span", { class: "hidden-text" }, ` ${strings.emergencyLine}`)] : [];
  find("state").replaceChildren(...parts);
  fitDock();
}

/** What has the focus, or has just arrived, must not hide behind the sticky box. */
function fitDock() {
  document.documentElement.style.setProperty("--dock", `${dock.offsetHeight}px`);
}

function scrollTo(node) {
  const room = window.innerHeight - dock.offsetHeight - 32;
  node.scrollIntoView({ block: node.offsetHeight > room ? "start" : "end" });
}

/** Choices belong to the turn that offered them: an old "Yes" must not answer a newer question. */
function spendChoices(chosen = null) {
  for (const row of log.querySelectorAll(".choices:not(.spent)")) spend(row, row.contains(chosen) ? chosen : null);
}

function note(node, text) {
  node.querySelector(".note")?.remove();
  if (text) node.append(el("p", { class: "note" }, text));
}

function showWaiting(entry) {
  const node = userMessage(entry.content.text);
  waiting.set(entry.id, node);
  log.append(node);
  return node;
}

function settle(entry) {
  const node = waiting.get(entry.id) ?? null;
  waiting.delete(entry.id);
  if (node) note(node, "");
  return node;
}

function post(content, chosen = null) {
  spendChoices(chosen);
  const entry = transport.send(content);
  transcript.push({ from: "user", text: content.text, time: new Date().toISOString() });
  const node = showWaiting(entry);
  if (transport.state && transport.state !== "ready") note(node, strings.notSentYet);
  scrollTo(node);
  return node;
}

function press({ title }, node) {
  if (node.getAttribute("aria-disabled") === "true") {
    say(strings.alreadyChosen);
    return;
  }
  post({ text: title }, node);
  say(strings.youChose(title));
}

function startAgain() {
  log.replaceChildren(welcome);
  waiting.clear();
  transcript = [];
}

function offerStarters() {
  welcome.querySelector(".choices")?.remove();
  welcome.append(buttonRow(strings.starters.map((title) => ({ title })), press));
}

const page = {
  state(state) {
    const before = document.body.dataset.state;
    showState(state);
    if (state === "ready" || state === before) return;
    for (const node of waiting.values()) note(node, strings.notSentYet);
    if (waiting.size) scrollTo(log.lastElementChild);
  },

  busy(working) {
    clearTimeout(typingTimer);
    clearTimeout(slowTimer);
    if (working) {
      typingTimer = setTimeout(() => { find("typing").hidden = false; }, TYPING_MS);
      slowTimer = setTimeout(() => showState("slow"), SLOW_MS);
      return;
    }
    find("typing").hidden = true;
    if (document.body.dataset.state === "slow") showState(transport.state ?? "ready");
  },

  history(messages, fresh) {
    const focusInside = log.contains(document.activeElement);
    startAgain();
    transcript = messages.slice();
    const items = readHistory(messages);
    if (items.length || transport.outbox.length) spendChoices();
    for (const [index, item] of items.entries()) {
      if (item.from === "user") {
        log.append(userMessage(item.text));
        continue;
      }
      const last = index === items.length - 1;
      const turn = readTurn(item.messages);
      log.append(botMessage(turn, last && !transport.outbox.length ? press : null, last && fresh));
      if (last && fresh) say(spokenTurn(turn));
    }
    for (const entry of transport.outbox) showWaiting(entry);
    if (log.lastElementChild !== welcome) scrollTo(log.lastElementChild);
    if (focusInside) log.focus({ preventScroll: true });
  },

  answer(entry, messages) {
    const turn = readTurn(messages);
    let question = settle(entry);
    const focusInside = log.contains(document.activeElement);
    if (turn.custom.deleted === true) {
      transport.forget();
      startAgain();
      question = null;
    }
    transcript.push(...messages.map((message) => ({ ...message, from: "bot", time: new Date().toISOString() })));
    const node = botMessage(turn, transport.outbox.length ? null : press, true);
    if (question) question.after(node);
    else log.append(node);
    if (focusInside && document.activeElement === document.body) node.focus({ preventScroll: true });
    say(spokenTurn(turn));
    scrollTo(node);
  },

  refused(entry) {
    const node = settle(entry);
    if (node) note(node, strings.refused);
    say(strings.refused);
  },

  renewed(entry) {
    waiting.get(entry.id)?.before(el("p", { class: "note" }, strings.newConversation));
    say(strings.newConversation);
  },
};

const transport = new Transport(page);

function countLetters() {
  const used = box.value.length;
  let words = "";
  if (used >= LIMIT) words = strings.full;
  else if (used >= NEAR_LIMIT) words = strings.left(LIMIT - used);
  if (used >= LIMIT && find("count").textContent !== words) say(words);
  find("count").textContent = words;
}

function submit() {
  const text = box.value.trim();
  if (!text) {
    say(strings.writeFirst);
    box.focus();
    return;
  }
  box.value = "";
  countLetters();
  post({ text });
}

/** Arrow keys walk through the messages, wherever in the transcript the focus is. */
function walk(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const messages = [...log.querySelectorAll(":scope > .message")];
  const now = messages.indexOf(event.target.closest(".message"));
  const last = messages.length - 1;
  const goal = {
    ArrowUp: now < 0 ? last : Math.max(now - 1, 0),
    ArrowDown: now < 0 ? last : Math.min(now + 1, last),
    Home: 0,
    End: last,
  }[event.key];
  if (event.key === "Escape") box.focus();
  else if (goal === undefined) return;
  else messages[goal].focus();
  event.preventDefault();
}

function saveCopy() {
  if (!transcript.length) {
    say(strings.nothingToSave);
    find("data-result").textContent = strings.nothingToSave;
    return;
  }
  const messages = transcript.map(({ from, text, buttons, custom, time }) => ({
    from,
    text,
    choices: Array.isArray(buttons) ? buttons.map((button) => button?.title) : [],
    custom,
    time: typeof time === "number" ? new Date(time * 1000).toISOString() : time,
  }));
  const now = new Date().toISOString();
  const file = new Blob([JSON.stringify({ saved: now, messages }, null, 2)], { type: "application/json" });
  const link = el("a", { href: URL.createObjectURL(file), download: `b12-guide-conversation-${now.slice(0, 10)}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  find("data-result").textContent = strings.saved;
}

function clearBrowser() {
  find("clear-dialog").close();
  transport.forget();
  startAgain();
  offerStarters();
  box.value = "";
  countLetters();
  find("data-result").textContent = "";
  say(strings.cleared);
  box.focus();
}

find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
box.addEventListener("input", countLetters);
log.addEventListener("keydown", walk);
find("save").addEventListener("click", saveCopy);
// The answer asks to confirm; the focus goes next to it.
find("delete").addEventListener("click", () => post({ text: strings.forgetMe }).focus({ preventScroll: true }));
find("clear").addEventListener("click", () => find("clear-dialog").showModal());
find("clear-no").addEventListener("click", () => find("clear-dialog").close());
find("clear-yes").addEventListener("click", clearBrowser);
new ResizeObserver(fitDock).observe(dock);

showState("ready");
offerStarters();
if (transport.outbox.length) spendChoices();
for (const entry of transport.outbox) showWaiting(entry);
find("form").hidden = false;
find("data-actions").hidden = false;
transport.start();
