// From the server's messages to turns.

import { strings } from "./strings.js";
import type { Answer, Button, Call, Dose, Level, Link, Part, Plan, Raw, Source, Turn } from "./types.js";

const isObject = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);
const objects = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isObject) : []);
const words = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(words).filter(Boolean) : []);

function readPlan(value: unknown): Plan | null {
  if (!isObject(value)) return null;
  const next = objects(value["next"]).filter((dose) => words(dose["earliest"])) as unknown as Dose[];
  if (!next.length) return null;
  return { next, assumptions: texts(value["assumptions"]) };
}

function readLevel(custom: Raw): Level {
  const said = [custom["kind"], custom["level"]];
  if (said.includes("emergency")) return "emergency";
  return said.includes("urgent") ? "urgent" : "none";
}

/** How the texts are made, as the server says; each a text of its lines where it does not say it of all of them. */
function readParts(value: unknown, said: string[]): Part[] {
  const parts = objects(value);
  if (parts.length !== said.length) return said.map((text) => textPart(text));
  return parts.map((part) => ({
    heading: words(part["heading"]), lead: words(part["lead"]), text: texts(part["text"]), list: texts(part["list"]), help: words(part["help"]),
    read: texts(part["read"]), ask: words(part["ask"]),
  }));
}

/** A text of which nothing is known but its lines. */
export const textPart = (text: string, heading = ""): Part =>
  ({ heading, lead: "", text: text.split("\n"), list: [], help: "", read: [], ask: "" });

/** The action of a care card, as the server says it. */
export const headingOf = ({ parts, level }: Answer): string =>
  parts.find(({ heading }) => heading)?.heading ?? (level === "emergency" ? strings.emergencyHeading : strings.urgentHeading);

/** The messages of one turn of the bot as one answer. */
export function readAnswer(messages: unknown): Answer {
  const custom: Raw = {};
  const said: string[] = [];
  const buttons: Button[] = [];
  for (const message of objects(messages)) {
    if (words(message["text"])) said.push(words(message["text"]));
    for (const button of objects(message["buttons"])) if (words(button["title"])) buttons.push({ title: words(button["title"]) });
    if (isObject(message["custom"])) Object.assign(custom, message["custom"]);
  }
  const level = readLevel(custom);
  if (!said.length && level === "none") said.push(strings.noAnswer);
  const calls = objects(custom["calls"]).filter(
    (call) => words(call["label"]) && /^\+?[0-9][0-9 -]{1,20}$/.test(words(call["tel"])),
  ) as unknown as Call[];
  return {
    texts: said,
    parts: readParts(custom["parts"], said),
    calm: custom["calm"] === true,
    buttons,
    kind: words(custom["kind"]),
    level,
    sources: objects(custom["sources"]).filter((source) => words(source["title"])) as unknown as Source[],
    review: words(custom["review"]),
    calls,
    links: objects(custom["links"]).filter((link) => words(link["label"]) && words(link["url"])) as unknown as Link[],
    plan: readPlan(custom["plan"]),
    deleted: custom["deleted"] === true,
    stands: custom["stands"] === true,
  };
}

function readTime(value: unknown): number {
  const time = typeof value === "number" ? value * 1000 : Date.parse(words(value));
  return Number.isFinite(time) ? time : Date.now();
}

/** The server's transcript, a flat list, as turns. */
export function readHistory(messages: unknown): Turn[] {
  const turns: Turn[] = [];
  const answers = new Map<Turn, Raw[]>();
  for (const message of objects(messages)) {
    if (message["from"] === "user") {
      const id = words(message["id"]) || `history-${turns.length}`;
      const time = readTime(message["time"]);
      turns.push({ id, text: String(message["text"] ?? ""), time, status: "answered", answer: null, renewed: false, live: false });
    } else {
      const turn = turns.at(-1);
      if (turn) answers.set(turn, [...(answers.get(turn) ?? []), message]);
    }
  }
  for (const turn of turns) turn.answer = readAnswer(answers.get(turn) ?? []);
  return turns;
}

/**
 * The server's turns with those that only this browser knows of (not sent yet, or answered while the server could keep
 * nothing), each behind the one it followed; what waits comes last.
 */
export function merge(local: Turn[], server: Turn[]): Turn[] {
  const known = new Map(local.map((turn) => [turn.id, turn]));
  const result = server.map((turn) => {
    const mine = known.get(turn.id);
    return mine ? { ...turn, live: mine.live, renewed: mine.renewed } : turn;
  });
  const there = new Set(server.map((turn) => turn.id));
  let before: string | null = null;
  for (const turn of local) {
    if (!there.has(turn.id)) {
      // Without one that it followed, a message that was kept back stands where its time puts it.
      const place =
        before !== null ? result.findIndex((other) => other.id === before) + 1
        : turn.status === "failed" ? result.findLastIndex((other) => other.time <= turn.time) + 1
        : 0;
      result.splice(turn.status === "waiting" ? result.length : place, 0, turn);
    }
    before = turn.id;
  }
  return result;
}

const MISSES = new Set(["fallback", "did_you_mean", "out_of_scope"]);

/** Turns in a row, up to the last, in which the bot did not help. */
export function missesInARow(turns: Turn[]): number {
  let misses = 0;
  for (const turn of turns) {
    if (turn.status === "refused" || MISSES.has(turn.answer?.kind ?? "")) misses += 1;
    else if (turn.answer) misses = 0;
  }
  return misses;
}
