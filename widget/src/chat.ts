// The conversation as the widget knows it: turns, what waits, how the server is. No DOM of its own.

import type { Look } from "./panels.js";
import { metadata } from "./place.js";
import { headingOf, merge, readAnswer, readHistory, textPart } from "./reading.js";
import { ChatStorage, type Entry } from "./storage.js";
import { strings } from "./strings.js";
import { Transport } from "./transport.js";
import type { Answer, State, Turn } from "./types.js";

const TYPING_MS = 250;
const SLOW_MS = 6000;
const TOO_MANY_FAILURES = 3;

export interface Watcher {
  changed(): void;
  say(text: string): void;
  /** Answers have just come, here or in another tab. */
  arrived(turns: Turn[]): void;
  /** A message, "end" for the last, ought to be in view. */
  scroll(id: string): void;
}

export class Chat {
  turns: Turn[] = [];
  state: State | "slow" = "ready";
  typing = false;
  /** Whether the server has messages before the first one here. */
  earlier = false;
  /** What is left to say after everything was deleted. */
  farewell: Answer | null = null;
  #transport: Transport;
  #looks: ChatStorage;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #reached: State = "ready";

  constructor(
    readonly server: URL,
    private readonly country: string | null,
    isPrivate: boolean,
    private readonly watcher: Watcher,
  ) {
    this.#looks = new ChatStorage(server.href, { isPrivate });
    this.#transport = this.#open(isPrivate);
  }

  get isPrivate(): boolean {
    return this.#transport.isPrivate;
  }

  /** Messages that are not answered yet. */
  get waiting(): number {
    return this.#transport.outbox.length;
  }

  /** Whether what waits has to say that it waits. */
  get notSent(): boolean {
    return this.#reached !== "ready";
  }

  /** Whether the server has been out of reach for so long that a person is the better way. */
  get unreachable(): boolean {
    return this.#transport.failures >= TOO_MANY_FAILURES;
  }

  /** The answer of an emergency that stands, or null. */
  get standing(): Answer | null {
    const last = this.turns.findLast((turn) => turn.answer)?.answer ?? this.farewell;
    return last?.level === "emergency" ? last : null;
  }

  get draft(): string {
    return this.#transport.draft;
  }

  set draft(text: string) {
    this.#transport.draft = text;
  }

  get look(): Partial<Look> {
    try {
      const { size, theme } = JSON.parse(this.#looks.look ?? "{}") as Partial<Look>;
      return {
        ...(size && size in strings.textSizes ? { size } : {}),
        ...(theme && theme in strings.themes ? { theme } : {}),
      };
    } catch {
      return {};
    }
  }

  set look(look: Look) {
    this.#looks.look = JSON.stringify(look);
  }

  start(): void {
    this.#showWaiting(this.#transport.outbox);
    this.#transport.start();
  }

  stop(): void {
    this.#transport.stop();
  }

  /** The page goes away. */
  leave(): void {
    if (!this.isPrivate) return;
    this.#transport.leave();
    this.#reset();
  }

  send(text: string): void {
    this.draft = "";
    this.#showWaiting([this.#transport.send(text)]);
  }

  /** Send a message again that the server broke on. */
  retry(id: string): void {
    this.turns = this.turns.map((turn) => (turn.id === id ? { ...turn, status: "waiting" } : turn));
    this.#transport.retry(id);
    this.watcher.changed();
  }

  /** Bring what came before the first message here; whether it is there now. */
  async loadEarlier(): Promise<boolean> {
    const all = await this.#transport.wholeHistory();
    if (all === null) return false;
    this.earlier = false;
    this.turns = merge(this.turns, readHistory(all));
    this.watcher.changed();
    return true;
  }

  /** Begin or end a private conversation; the other one stays as it is. */
  setPrivate(isPrivate: boolean): void {
    this.#transport.leave();
    this.#transport.stop();
    this.#reset();
    this.#idle();
    this.#looks = new ChatStorage(this.server.href, { isPrivate });
    this.#transport = this.#open(isPrivate);
    this.start();
  }

  clear(): void {
    const standing = this.standing;
    this.#transport.forget();
    this.#reset();
    this.#stillTell(standing, [strings.cleared]);
  }

  /** Delete everything; what there is to say then, or null where it could not be done. */
  async deleteAll(): Promise<string | null> {
    const standing = this.standing;
    const { done, messages } = await this.#transport.deleteAll();
    if (!done) return null;
    this.#reset();
    const last = messages === undefined ? null : readAnswer(messages);
    this.#stillTell(standing, [strings.deleted, strings.afterReaction]);
    if (last?.level === "emergency") this.farewell = last;
    return last ? last.texts.join("\n\n") : [strings.deleted, ...(standing ? [strings.afterReaction] : [])].join(" ");
  }

  /** An emergency goes on when its words are deleted: its action stays, with what else there is to say. */
  #stillTell(standing: Answer | null, more: string[]): void {
    this.farewell = standing && withAction(standing, more);
  }

  /** All that is kept here and on the server; `complete` is false where the server could not be asked. */
  async export(): Promise<{ complete: boolean; content: object }> {
    const server = await this.#transport.export();
    const here = { not_sent_yet: this.#transport.outbox, look: this.look, shown: this.turns.map(({ id, text, answer }) => ({ id, text, answer })) };
    return { complete: server !== null, content: { saved: new Date().toISOString(), on_the_clinics_computer: server, in_this_browser: here } };
  }

  #open(isPrivate: boolean): Transport {
    return new Transport(
      this.server,
      {
        state: (state) => this.#setReached(state),
        busy: (working) => (working ? this.#wait() : this.#idle()),
        history: (messages, sent, earlier) => this.#restored(messages, sent, earlier),
        answer: (entry, messages) => this.#answered(entry, messages),
        refused: (entry) => this.#refused(entry),
        failed: (entry) => this.#failed(entry),
        renewed: (entry) => this.#renewed(entry),
        waiting: (entries) => this.#showWaiting(entries),
        gone: () => this.#reset(),
      },
      () => metadata(this.country),
      isPrivate,
    );
  }

  #reset(): void {
    this.turns = [];
    this.earlier = false;
    this.farewell = null;
    this.watcher.changed();
  }

  #setReached(state: State): void {
    const before = this.#reached;
    this.#reached = state;
    this.state = state;
    if (before !== "ready" && state === "ready") this.watcher.say(strings.back_online);
    this.watcher.changed();
  }

  #wait(): void {
    this.#idle();
    this.#typingTimer = setTimeout(() => {
      this.typing = true;
      this.watcher.changed();
    }, TYPING_MS);
    this.#slowTimer = setTimeout(() => {
      this.state = "slow";
      this.watcher.changed();
    }, SLOW_MS);
  }

  #idle(): void {
    clearTimeout(this.#typingTimer);
    clearTimeout(this.#slowTimer);
    this.typing = false;
    if (this.state === "slow") this.state = this.#reached;
    this.watcher.changed();
  }

  #showWaiting(entries: Entry[]): void {
    for (const { id, text, time, held } of entries) {
      const status = held ? "failed" : "waiting";
      const known = this.turns.find((turn) => turn.id === id);
      if (!known) this.turns = [...this.turns, { id, text, time, status, answer: null, renewed: false, live: false }];
      else if (!known.answer && known.status !== status) {
        this.turns = this.turns.map((turn) => (turn === known ? { ...turn, status } : turn));
      }
    }
    this.watcher.changed();
  }

  #update(entry: Entry, change: Partial<Turn>): Turn {
    this.#showWaiting([entry]);
    this.turns = this.turns.map((turn) => (turn.id === entry.id ? { ...turn, ...change } : turn));
    this.watcher.changed();
    return this.turns.find((turn) => turn.id === entry.id) as Turn;
  }

  #answered(entry: Entry, messages: unknown): void {
    const standing = this.standing;
    let answer = readAnswer(messages);
    if (answer.deleted) {
      this.#transport.forget({ keepsName: answer.stands });
      this.#reset();
      if (standing && answer.level !== "emergency") answer = { ...withAction(standing, answer.texts), deleted: true };
    }
    this.watcher.arrived([this.#update(entry, { status: "answered", answer, live: true })]);
  }

  #failed(entry: Entry): void {
    this.#update(entry, { status: "failed" });
    this.watcher.say(strings.failed);
  }

  #refused(entry: Entry): void {
    this.#update(entry, { status: "refused" });
    this.watcher.say(strings.refused);
  }

  #renewed(entry: Entry): void {
    this.#update(entry, { renewed: true });
    this.watcher.say(strings.newConversation);
  }

  #restored(messages: unknown, sent: boolean, earlier: boolean): void {
    const server = readHistory(messages);
    const known = new Map(this.turns.map((turn) => [turn.id, turn]));
    this.earlier = earlier && this.turns.findIndex((turn) => turn.id === server[0]?.id) < 1;
    this.#transport.settle(server.filter((turn) => known.get(turn.id)?.status === "failed").map((turn) => turn.id));
    const waiting = new Set(this.#transport.outbox.map((entry) => entry.id));
    const opened = !this.turns.some((turn) => turn.answer);
    this.turns = merge(this.turns, server).map((turn) =>
      // Another tab was told that the server will never take it.
      turn.status === "waiting" && !waiting.has(turn.id) ? { ...turn, status: "refused" } : turn,
    );
    if (opened) this.watcher.scroll("latest");
    else if (!sent) this.watcher.arrived(this.turns.filter((turn) => turn.answer && !known.get(turn.id)?.answer));
    this.watcher.changed();
  }
}

/** The action of an emergency that stands, with its calls, before other texts. */
function withAction(standing: Answer, more: string[]): Answer {
  const heading = headingOf(standing);
  const texts = [heading, ...more];
  return { ...standing, texts, parts: [textPart(more.join("\n"), heading)], buttons: [], sources: [], review: "", links: [], plan: null };
}
