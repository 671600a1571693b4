// Carries messages to the server, one at a time and in order, and never loses or doubles one: each keeps its id until
// it is answered, and the server gives the same answer to the same id.

import { type Metadata } from "./place.js";
import { Requests, Unreachable } from "./requests.js";
import { ChatStorage, type Entry } from "./storage.js";
import type { Raw, State } from "./types.js";

const RETRY_MS = [1000, 2000, 4000, 8000, 15_000];
// How long one tab waits for another that is sending; then both send, and the server answers each id once.
const TURN_MS = 5000;
// Answers that a later try can change; any other 4xx stays what it is.
const PASSING = new Set([408, 425, 429]);
// A message that breaks the server this often steps aside, so that the next one, perhaps an emergency, gets through.
const BROKEN_TRIES = 3;
const FAULT = Symbol();

/** What the widget does with what happens here. */
export interface Listener {
  state(state: State): void;
  busy(working: boolean): void;
  /** The conversation as the server keeps it; `sent`: messages of this tab were delivered just before; `earlier`: there are messages before these. */
  history(messages: unknown, sent: boolean, earlier: boolean): void;
  answer(entry: Entry, messages: unknown): void;
  refused(entry: Entry): void;
  /** The server broke on it; it is kept for another try. */
  failed(entry: Entry): void;
  renewed(entry: Entry): void;
  /** Messages wait that another tab wrote. */
  waiting(entries: Entry[]): void;
  /** Another tab has let go of the conversation. */
  gone(): void;
}

/** A random id. `crypto.randomUUID` needs https, and a clinic may serve plain http on its own network. */
function uuid(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Transport {
  failures = 0;
  #storage: ChatStorage;
  #requests: Requests;
  #era = 0;
  #working = false;
  #again = false;
  #restored = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #renewed = new Set<string>();
  #broken = new Map<string, number>();
  /** Whether the server broke on the message that was sent last. */
  #fault = false;
  #stop = new AbortController();

  constructor(
    private readonly server: URL,
    private readonly listener: Listener,
    private readonly metadata: () => Metadata,
    readonly isPrivate: boolean,
  ) {
    this.#storage = new ChatStorage(server.href, { isPrivate });
    this.#requests = new Requests(server);
  }

  /** Messages that are not answered yet, of all tabs. */
  get outbox(): Entry[] {
    return this.#storage.outbox();
  }

  /** Whether there is a conversation that this browser can open. */
  get known(): boolean {
    return this.#storage.conversation !== null;
  }

  /** Bring back the conversation of this browser, send what is waiting, and say how the server is. */
  start(): void {
    const { signal } = this.#stop;
    window.addEventListener("online", () => void this.#work(), { signal });
    window.addEventListener("offline", () => void this.#work(), { signal });
    window.addEventListener("storage", (event) => this.#hear(event), { signal });
    void this.#work();
  }

  /** Listen and send no more. What waits stays kept. */
  stop(): void {
    this.#stop.abort();
    this.#era += 1;
    clearTimeout(this.#timer);
    this.#requests.abort();
  }

  /** Messages that the server has after all need no other try. */
  settle(ids: Iterable<string>): void {
    for (const id of ids) this.#storage.settle(id);
  }

  /** Queue one message. */
  send(text: string): Entry {
    const entry = { id: uuid(), text, time: Date.now() };
    this.#storage.add(entry);
    void this.#work();
    return entry;
  }

  /** Send a message again that the server broke on. */
  retry(id: string): void {
    this.#broken.delete(id);
    this.#storage.hold(id, false);
    void this.#work();
  }

  /** What is being written and not sent yet, in this tab. */
  get draft(): string {
    return this.#storage.draft;
  }

  set draft(text: string) {
    this.#storage.draft = text;
  }

  /** The whole conversation from its first message; null where it cannot be had now. */
  async wholeHistory(): Promise<unknown[] | null> {
    const body = (await this.#ask("chat/history", { all: true })) as { messages?: unknown } | null;
    return Array.isArray(body?.messages) ? body.messages : null;
  }

  /**
   * Let go of the conversation and of everything that waits, in all tabs; the next message starts a new one. With
   * `keepsName` it has the same name, under which the server still knows that an emergency stands.
   */
  forget({ keepsName = false } = {}): void {
    const name = keepsName ? this.#storage.conversation : null;
    this.#era += 1;
    this.#requests.abort();
    this.#storage.forget();
    this.#storage.conversation = name;
    this.#storage.tell("gone");
    this.#restored = true;
  }

  /** All that the server keeps of this conversation; null where it cannot be asked now. */
  async export(): Promise<unknown> {
    return this.known ? this.#ask("chat/export") : {};
  }

  /** Delete all that the server keeps of this conversation; whether it is done, and what the server says last. */
  async deleteAll(): Promise<{ done: boolean; messages: unknown }> {
    const body = this.known ? ((await this.#ask("chat/forget")) as Raw | null) : {};
    if (body !== null) this.forget({ keepsName: body["stands"] === true });
    return { done: body !== null, messages: body?.["messages"] };
  }

  /** The page goes away: a private conversation goes with it, also on the server. */
  leave(): void {
    const conversation = this.#storage.conversation;
    if (!this.isPrivate || !conversation) return;
    const body = JSON.stringify({ conversation });
    const headers = { "Content-Type": "application/json" };
    void fetch(new URL("chat/forget", this.server), { method: "POST", keepalive: true, credentials: "omit", headers, body }).catch(
      () => undefined, // the server forgets it within the hour
    );
    this.#storage.forget();
  }

  /** The body of an answer about this conversation; null where there is none. A conversation that is unknown has nothing. */
  async #ask(path: string, more: object = {}): Promise<unknown> {
    try {
      const { status, body } = await this.#requests.post(path, { conversation: this.#storage.conversation, ...more });
      if (status === 401) return {};
      return status === 200 ? body : null;
    } catch (problem) {
      if (problem instanceof Unreachable) return null;
      throw problem;
    }
  }

  #hear(event: StorageEvent): void {
    const news = this.#storage.heard(event);
    if (news === "gone") {
      this.#era += 1;
      this.#restored = true;
      this.listener.gone();
    } else if (news === "turn") {
      this.#restored = false;
      void this.#work();
    } else if (news === "message") {
      this.listener.waiting(this.outbox);
      // If its own tab is closed before it is sent, this one sends it.
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#work(), TURN_MS);
    }
  }

  async #work(): Promise<void> {
    if (this.#working) {
      this.#again = true;
      return;
    }
    this.#working = true;
    clearTimeout(this.#timer);
    const era = this.#era;
    try {
      do {
        this.#again = false;
        const delivered = await this.#inTurn(() => this.#deliverAll());
        const asked = !this.#restored && (await this.#restore(delivered > 0));
        if (!delivered && !asked) await this.#requests.health();
      } while (this.#again || this.#next());
      this.failures = 0;
      this.listener.state(this.#fault ? "broken" : "ready");
    } catch (problem) {
      if (!(problem instanceof Unreachable)) throw problem;
      if (this.#stop.signal.aborted) return;
      if (era === this.#era) {
        this.failures += 1;
        this.listener.state(problem.state);
      }
      const wait = RETRY_MS[Math.min(Math.max(this.failures, 1), RETRY_MS.length) - 1];
      this.#timer = setTimeout(() => void this.#work(), wait);
    } finally {
      this.#working = false;
    }
  }

  /** One tab at a time, where the browser can arrange that. */
  async #inTurn(work: () => Promise<number>): Promise<number> {
    if (this.isPrivate || !("locks" in navigator)) return work();
    let ours = false;
    try {
      return await navigator.locks.request(`b12guide:${this.server.href}`, { signal: AbortSignal.timeout(TURN_MS) }, () => {
        ours = true;
        return work();
      });
    } catch (problem) {
      if (ours || problem instanceof Unreachable) throw problem;
      return work();
    }
  }

  /** The message to be sent now. */
  #next(): Entry | undefined {
    return this.outbox.find((entry) => !entry.held);
  }

  async #deliverAll(): Promise<number> {
    let delivered = 0;
    for (let entry = this.#next(); entry; entry = this.#next()) {
      const era = this.#era;
      this.listener.busy(true);
      let answer: unknown;
      try {
        answer = await this.#deliver(entry);
      } finally {
        this.listener.busy(false);
      }
      if (era !== this.#era) continue;
      delivered += 1;
      this.#fault = answer === FAULT;
      if (this.#fault) {
        this.#storage.hold(entry.id, true);
        this.listener.failed({ ...entry, held: true });
        continue;
      }
      this.#storage.settle(entry.id);
      if (answer === null) this.listener.refused(entry);
      else this.listener.answer(entry, answer);
      this.#storage.tell("turn");
    }
    return delivered;
  }

  /** The answer's messages; null where the server will never take this message, `FAULT` where it broke on it. */
  async #deliver(entry: Entry): Promise<unknown> {
    const era = this.#era;
    const conversation = await this.#conversation();
    const { id, text } = entry;
    const { status, body } = await this.#requests.post("chat/message", { conversation, id, text, metadata: this.metadata() });
    if (era !== this.#era) return null;
    if (status === 401 && !this.#renewed.has(id)) {
      // Another tab may have begun a new one meanwhile.
      if (this.#storage.conversation === conversation) this.#storage.conversation = null;
      this.#renewed.add(id);
      this.listener.renewed(entry);
      return this.#deliver(entry);
    }
    const messages = body?.["messages"];
    if (Array.isArray(messages) && (status === 200 || messages.length)) return messages;
    if (status >= 400 && status < 500 && !PASSING.has(status)) return null;
    if (status === 500) {
      const tries = (this.#broken.get(id) ?? 0) + 1;
      this.#broken.set(id, tries);
      if (tries >= BROKEN_TRIES) return FAULT;
    }
    throw new Unreachable(status === 500 ? "broken" : "down");
  }

  async #conversation(): Promise<string> {
    const kept = this.#storage.conversation;
    if (kept) return kept;
    const era = this.#era;
    const { status, body } = await this.#requests.post("chat/session", this.isPrivate ? { private: true } : {});
    const issued = body?.["conversation"];
    if (status !== 200 || typeof issued !== "string") throw new Unreachable("down");
    if (era === this.#era) this.#storage.conversation = issued;
    return issued;
  }

  /** Show the kept conversation, if there is one, and say whether the server was asked for it. */
  async #restore(sent: boolean): Promise<boolean> {
    const era = this.#era;
    const conversation = this.#storage.conversation;
    let messages: unknown = [];
    let earlier = false;
    if (conversation) {
      const { status, body } = await this.#requests.post("chat/history", { conversation });
      if (era !== this.#era) return true;
      if (status === 200 && body) [messages, earlier] = [body["messages"], body["earlier"] === true];
      else if (status === 401) this.#storage.conversation = null;
      else throw new Unreachable("down");
    }
    this.#restored = true;
    this.listener.history(messages, sent, earlier);
    return conversation !== null;
  }
}
