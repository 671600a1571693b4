// The conversation as the widget knows it: turns, what waits, how the server is. No DOM of its own.

import type { Look } from "./panels.js";
import { metadata } from "./place.js";
import { merge, readAnswer, readHistory } from "./reading.js";
import { ChatStorage, type Entry } from "./storage.js";
import { strings } from "./strings.js";
import { Transport } from "./transport.js";
import type { State, Turn } from "./types.js";

const TYPING_MS = 250;
const SLOW_MS = 6000;
const TOO_MANY_FAILURES = 3;

export interface Watcher {
  changed(): void;
  say(text: string): void;
  /** An answer has just come in this tab. */
  arrived(turn: Turn): void;
  /** A message, "end" for the last, ought to be in view. */
  scroll(id: string): void;
}

export class Chat {
  turns: Turn[] = [];
  state: State | "slow" = "ready";
  typing = false;
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
    this.#showWaiting([this.#transport.send(text)]);
    this.watcher.scroll("end");
  }

  /** Begin or end a private conversation; the other one stays as it is. */
  setPrivate(isPrivate: boolean): void {
    this.#transport.leave();
    this.#transport.stop();
    this.turns = [];
    this.#idle();
    this.#looks = new ChatStorage(this.server.href, { isPrivate });
    this.#transport = this.#open(isPrivate);
    this.start();
  }

  clear(): void {
    this.#transport.forget();
    this.#reset();
  }

  /** Delete everything; whether it is done, and what the server says last, where there is more to say than that. */
  async deleteAll(): Promise<{ done: boolean; said: string }> {
    const { done, messages } = await this.#transport.deleteAll();
    if (done) this.#reset();
    return { done, said: messages === undefined ? "" : readAnswer(messages).texts.join("\n\n") };
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
        history: (messages, sent) => this.#restored(messages, sent),
        answer: (entry, messages) => this.#answered(entry, messages),
        refused: (entry) => this.#refused(entry),
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
    this.watcher.changed();
  }

  #setReached(state: State): void {
    const before = this.#reached;
    this.#reached = state;
    this.state = state;
    if (before !== "ready" && state === "ready") this.watcher.say(strings.back_online);
    if (state !== before && state !== "ready") this.watcher.scroll("end");
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
    for (const { id, text, time } of entries) {
      if (this.turns.some((turn) => turn.id === id)) continue;
      this.turns = [...this.turns, { id, text, time, status: "waiting", answer: null, renewed: false, live: false }];
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
    const answer = readAnswer(messages);
    if (answer.deleted) {
      this.#transport.forget({ keepsName: answer.stands });
      this.turns = [];
    }
    this.watcher.arrived(this.#update(entry, { status: "answered", answer, live: true }));
  }

  #refused(entry: Entry): void {
    this.#update(entry, { status: "refused" });
    this.watcher.say(strings.refused);
  }

  #renewed(entry: Entry): void {
    this.#update(entry, { renewed: true });
    this.watcher.say(strings.newConversation);
  }

  #restored(messages: unknown, sent: boolean): void {
    const server = readHistory(messages);
    const waiting = new Set(this.#transport.outbox.map((entry) => entry.id));
    const grown = server.length > this.turns.length;
    this.turns = merge(this.turns, server).map((turn) =>
      // Another tab was told that the server will never take it.
      turn.status === "waiting" && !waiting.has(turn.id) ? { ...turn, status: "refused" } : turn,
    );
    if (grown && !sent) this.watcher.scroll("end");
    this.watcher.changed();
  }
}
