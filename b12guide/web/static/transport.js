// Carries messages to the server, one at a time and in order, and never loses or doubles one: each keeps its id until
// it is answered, and the server gives the same answer to the same id.

const CONVERSATION = "b12guide.conversation";
const OUTBOX = "b12guide.outbox";
const TIMEOUT_MS = 20000;
const RETRY_MS = [1000, 2000, 4000, 8000, 15000, 30000];
// Answers that a later try can change; any other 4xx stays what it is.
const PASSING = new Set([408, 425, 429]);
// A message that breaks the server this often is given up, so that the next one, perhaps an emergency, gets through.
const BROKEN_TRIES = 3;

class Unreachable extends Error {
  constructor(state) {
    super(state);
    this.state = state;
  }
}

/** Browser storage that falls back to memory where the browser refuses it (private mode, quota, policy). */
function storage(area) {
  const memory = new Map();
  return {
    get(key) {
      if (memory.has(key)) return memory.get(key);
      try {
        return window[area].getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        window[area].setItem(key, value);
        memory.delete(key);
      } catch {
        memory.set(key, value);
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        window[area].removeItem(key);
      } catch {
        // Nothing was kept, so nothing has to go.
      }
    },
  };
}

function readOutbox(kept) {
  try {
    const entries = JSON.parse(kept ?? "[]");
    return Array.isArray(entries) ? entries.filter((entry) => entry && entry.id && entry.content) : [];
  } catch {
    return [];
  }
}

// crypto.randomUUID needs https; a clinic may serve this page over plain http on its own network.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function metadata() {
  let country = null;
  try {
    country = new Intl.Locale(navigator.language).region ?? null;
  } catch {
    // A browser without a usable language: the server falls back to its own setting.
  }
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { timezone, locale: navigator.language, country };
}

export class Transport {
  #era = 0;
  #working = false;
  #restored = false;
  #failures = 0;
  #timer = null;
  #abort = null;
  #local = storage("localStorage");
  #session = storage("sessionStorage");

  /**
   * @param {object} page what the page does with what happens here:
   *   state("ready" | "starting" | "offline" | "down"), busy(boolean), history(messages, fresh), answer(entry, messages),
   *   refused(entry), renewed(entry).
   */
  constructor(page) {
    this.page = page;
    this.outbox = readOutbox(this.#session.get(OUTBOX));
    this.state = null;
  }

  /** Bring back the conversation of this browser, send what is waiting, and say how the server is. */
  start() {
    window.addEventListener("online", () => this.#work());
    window.addEventListener("offline", () => this.#work());
    this.#work();
  }

  /** Queue one message: {text}, as typed or as a pressed button says it. Returns its outbox entry. */
  send(content) {
    const entry = { id: uuid(), content };
    this.outbox.push(entry);
    this.#keepOutbox();
    this.#work();
    return entry;
  }

  /** Let go of the conversation and of everything that waits; the next message starts a new one. */
  forget() {
    this.#era += 1;
    this.#abort?.abort();
    this.outbox = [];
    this.#keepOutbox();
    this.#local.remove(CONVERSATION);
    this.#restored = true;
  }

  #keepOutbox() {
    if (this.outbox.length) this.#session.set(OUTBOX, JSON.stringify(this.outbox));
    else this.#session.remove(OUTBOX);
  }

  async #work() {
    if (this.#working) return;
    this.#working = true;
    clearTimeout(this.#timer);
    const era = this.#era;
    try {
      do {
        const delivered = await this.#deliverAll();
        const asked = !this.#restored && (await this.#restore(delivered > 0));
        if (!delivered && !asked) await this.#health();
      } while (this.outbox.length);
      this.#failures = 0;
      this.#setState("ready");
    } catch (problem) {
      if (!(problem instanceof Unreachable)) throw problem;
      if (era === this.#era) this.#setState(problem.state);
      this.#retryLater();
    } finally {
      this.#working = false;
    }
  }

  #retryLater() {
    const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)];
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#work(), wait);
  }

  #setState(state) {
    this.state = state;
    this.page.state(state);
  }

  async #deliverAll() {
    let delivered = 0;
    while (this.outbox.length) {
      const entry = this.outbox[0];
      const era = this.#era;
      this.page.busy(true);
      let answer;
      try {
        answer = await this.#deliver(entry);
      } finally {
        this.page.busy(false);
      }
      if (era !== this.#era) continue;
      this.outbox.shift();
      this.#keepOutbox();
      delivered += 1;
      if (answer === null) this.page.refused(entry);
      else if (this.#restored) this.page.answer(entry, answer);
    }
    return delivered;
  }

  /** The answer's messages, or null where the server will never take this message. */
  async #deliver(entry) {
    const era = this.#era;
    const conversation = await this.#conversation();
    const { status, body } = await this.#post("chat/message", {
      conversation,
      id: entry.id,
      ...entry.content,
      metadata: metadata(),
    });
    if (era !== this.#era) return null;
    const ended = status === 401 && !entry.renewed;
    if (ended) {
      this.#local.remove(CONVERSATION);
      entry.renewed = true;
      this.page.renewed(entry);
      this.#keepOutbox();
      return this.#deliver(entry);
    }
    if (Array.isArray(body?.messages) && (status === 200 || body.messages.length)) return body.messages;
    if (status >= 400 && status < 500 && !PASSING.has(status)) return null;
    if (status === 500) {
      entry.broken = (entry.broken ?? 0) + 1;
      if (entry.broken >= BROKEN_TRIES) return null;
    }
    throw new Unreachable("down");
  }

  async #conversation() {
    const kept = this.#local.get(CONVERSATION);
    if (kept) return kept;
    const era = this.#era;
    const { status, body } = await this.#post("chat/session", {});
    if (status !== 200 || typeof body?.conversation !== "string") throw new Unreachable("down");
    if (era === this.#era) this.#local.set(CONVERSATION, body.conversation);
    return body.conversation;
  }

  /** Show the kept conversation, if there is one, and say whether the server was asked for it. */
  async #restore(fresh) {
    const conversation = this.#local.get(CONVERSATION);
    let messages = [];
    if (conversation) {
      const era = this.#era;
      const { status, body } = await this.#fetch(`chat/history?conversation=${encodeURIComponent(conversation)}`);
      if (era !== this.#era) return true;
      if (status === 200 && Array.isArray(body?.messages)) messages = body.messages;
      else if (status === 401 || status === 404) this.#local.remove(CONVERSATION);
      else throw new Unreachable("down");
    }
    this.#restored = true;
    this.page.history(messages, fresh);
    return conversation !== null;
  }

  async #health() {
    const { status, body } = await this.#fetch("health");
    if (status !== 200 || body?.ready !== true) throw new Unreachable("down");
  }

  #post(path, body) {
    return this.#fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  async #fetch(path, options = {}) {
    this.#abort = new AbortController();
    const timer = setTimeout(() => this.#abort.abort(), TIMEOUT_MS);
    let status;
    let body = null;
    try {
      const response = await fetch(new URL(path, document.baseURI), {
        ...options,
        cache: "no-store",
        signal: this.#abort.signal,
      });
      status = response.status;
      const text = await response.text();
      try {
        body = JSON.parse(text);
      } catch {
        // Not from our server, or cut off on the way: the status decides.
      }
    } catch {
      throw new Unreachable(navigator.onLine ? "down" : "offline");
    } finally {
      clearTimeout(timer);
    }
    if (status === 503) throw new Unreachable("starting");
    return { status, body };
  }
}
