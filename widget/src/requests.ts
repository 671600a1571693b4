// Requests to the server: answered, given up in time, or told as a server that is not there.

import type { State } from "./types.js";

const TIMEOUT_MS = 25_000;

/** No answer of the server's own: it is away, being started, or this browser is offline. */
export class Unreachable extends Error {
  constructor(readonly state: State) {
    super(state);
  }
}

export interface Reply { status: number; body: Record<string, unknown> | null }

export class Requests {
  #abort: AbortController | null = null;

  constructor(private readonly server: URL) {}

  /** Give up the latest request. */
  abort(): void {
    this.#abort?.abort();
  }

  /** Raises `Unreachable` where the server cannot answer. */
  async health(): Promise<void> {
    const { status, body } = await this.#fetch("health", {});
    if (status !== 200 || body?.["ready"] !== true) throw new Unreachable("down");
  }

  post(path: string, body: object): Promise<Reply> {
    const headers = { "Content-Type": "application/json" };
    return this.#fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  }

  async #fetch(path: string, options: RequestInit): Promise<Reply> {
    const abort = new AbortController();
    this.#abort = abort;
    const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
    try {
      const response = await fetch(new URL(path, this.server), {
        ...options, cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer", signal: abort.signal,
      });
      const text = await response.text();
      // A proxy in front of a server that is being started answers with one of these.
      if ([502, 503, 504].includes(response.status)) throw new Unreachable("starting");
      return { status: response.status, body: parsed(text) };
    } catch (problem) {
      if (problem instanceof Unreachable) throw problem;
      throw new Unreachable(navigator.onLine ? "down" : "offline");
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Null where it is not from our server, or was cut off on the way: the status decides then. */
function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
