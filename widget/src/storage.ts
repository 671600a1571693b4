// What the browser keeps: the conversation's key, messages that are not sent yet, what is being written, text size and colours. Where the
// browser refuses (policy, quota, a sandboxed frame) or the chat is private, memory takes its place.

export interface Entry {
  id: string;
  text: string;
  time: number;
  /** The server broke on it: it waits until the person asks for another try. */
  held?: boolean;
}

interface Area {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

function memoryArea(): Area {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}

/** A storage of the browser; what it refuses to take stays in memory. */
function browserArea(storage: () => Storage): Area {
  const memory = memoryArea();
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt(() => storage().getItem(key), null),
    set(key, value) {
      memory.remove(key);
      if (!attempt(() => (storage().setItem(key, value), true), false)) memory.set(key, value);
    },
    remove(key) {
      memory.remove(key);
      attempt(() => storage().removeItem(key), undefined);
    },
    keys: () => [...new Set([...memory.keys(), ...attempt(() => Object.keys(storage()), [])])],
  };
}

function readEntry(kept: string | null): Entry | null {
  try {
    const entry = JSON.parse(kept ?? "null") as Partial<Entry> | null;
    const { id, text, time, held } = entry ?? {};
    if (typeof id !== "string" || typeof text !== "string" || typeof time !== "number") return null;
    return { id, text, time, held: held === true };
  } catch {
    return null;
  }
}

/**
 * The store of one server's chat on this page's origin. Each waiting message has a key of its own, so that two tabs can
 * add and remove messages at the same moment without losing one; keys sort in the order of writing.
 */
export class ChatStorage {
  #area: Area;
  /** Of this tab alone. */
  #tab: Area;
  #prefix: string;
  #written = 0;

  constructor(server: string, { isPrivate }: { isPrivate: boolean }) {
    this.#area = isPrivate ? memoryArea() : browserArea(() => localStorage);
    this.#tab = isPrivate ? memoryArea() : browserArea(() => sessionStorage);
    this.#prefix = `b12guide:${server}:`;
  }

  get conversation(): string | null {
    return this.#area.get(`${this.#prefix}conversation`);
  }

  set conversation(value: string | null) {
    if (value === null) this.#area.remove(`${this.#prefix}conversation`);
    else this.#area.set(`${this.#prefix}conversation`, value);
  }

  /** The waiting messages of all tabs, in the order in which they were written. */
  outbox(): Entry[] {
    const keys = this.#area.keys().filter((key) => key.startsWith(`${this.#prefix}out:`)).sort();
    return keys.map((key) => readEntry(this.#area.get(key))).filter((entry) => entry !== null);
  }

  add(entry: Entry): void {
    this.#written += 1;
    const place = `${String(entry.time).padStart(15, "0")}:${String(this.#written).padStart(6, "0")}`;
    this.#area.set(`${this.#prefix}out:${place}:${entry.id}`, JSON.stringify(entry));
  }

  /** Keep a message back, or let it be sent again. */
  hold(id: string, held: boolean): void {
    for (const key of this.#area.keys()) {
      const entry = this.#isOf(key, id) ? readEntry(this.#area.get(key)) : null;
      if (entry) this.#area.set(key, JSON.stringify({ ...entry, held }));
    }
  }

  #isOf(key: string, id: string): boolean {
    return key.startsWith(`${this.#prefix}out:`) && key.endsWith(`:${id}`);
  }

  /** A message is answered, or never will be. */
  settle(id: string): void {
    for (const key of this.#area.keys()) {
      if (this.#isOf(key, id)) this.#area.remove(key);
    }
  }

  /** Tell other tabs that the conversation has changed, or that all of it is gone. */
  tell(news: "turn" | "gone"): void {
    this.#area.set(`${this.#prefix}news`, `${news}:${Date.now()}:${Math.random()}`);
    this.#area.remove(`${this.#prefix}news`);
  }

  /** What another tab did, from a `storage` event; null if it is not about this chat. */
  heard(event: StorageEvent): "turn" | "gone" | "message" | null {
    if (event.key === null) return "gone";
    if (!event.newValue) return null;
    if (event.key === `${this.#prefix}news`) return event.newValue.startsWith("gone") ? "gone" : "turn";
    return event.key.startsWith(`${this.#prefix}out:`) ? "message" : null;
  }

  /** What is being written and not sent yet. */
  get draft(): string {
    return this.#tab.get(`${this.#prefix}draft`) ?? "";
  }

  set draft(text: string) {
    if (text) this.#tab.set(`${this.#prefix}draft`, text);
    else this.#tab.remove(`${this.#prefix}draft`);
  }

  /** Forget the conversation and what waits; the text size and colours stay. */
  forget(): void {
    this.draft = "";
    for (const key of this.#area.keys()) {
      if (key.startsWith(this.#prefix) && !key.endsWith(":look")) this.#area.remove(key);
    }
  }

  get look(): string | null {
    return this.#area.get(`${this.#prefix}look`);
  }

  set look(value: string) {
    this.#area.set(`${this.#prefix}look`, value);
  }
}
