// Where in the transcript somebody reads, and what has to come into view there.

import { rank } from "./words.js";
import type { Level, Turn } from "./types.js";

const MARGIN_PX = 8;
const NEAR_PX = 48;
const NEAREST = { block: "nearest", behavior: "instant" } as const;

export class Follow {
  /** An answer has come that is not in view. */
  newBelow = false;
  /** The first of the answers that are not in view. */
  #unseen: string | null = null;
  #goal: string | null = null;
  /** What was brought into view last: where nobody has scrolled since, it stays so. */
  #brought: string | null = null;
  #atEnd = false;
  /** The urgent or emergency answer that was brought into view: nothing lesser moves it away. */
  #held: Level = "none";
  #log: HTMLElement | null = null;
  #height = 0;
  #observer = new ResizeObserver(() => this.#resized());

  constructor(private readonly changed: () => void) {}

  /** `id`: a message, "end" for the last, "latest" for the start of the last answer. */
  want(id: string): void {
    this.#goal = id;
  }

  /** The person has written: they look at the end now. */
  wrote(): void {
    this.#held = "none";
    this.#goal = "end";
    this.#seen();
  }

  /** Answers have come. `away`: something else than the transcript is shown. Gives the urgency that must be seen now. */
  arrived(turns: Turn[], away: boolean): Level {
    let shown: Level = "none";
    for (const { id, answer } of turns) {
      if (!answer) continue;
      const level = answer.level;
      if (rank(level) && rank(level) >= rank(this.#held)) {
        this.#held = shown = level;
        this.#goal = `${id}-answer`;
        this.#seen();
      } else if (this.#held === "none" && (this.#atEnd || away)) {
        this.#goal ??= `${id}-answer`;
      } else {
        this.newBelow = true;
        this.#unseen ??= `${id}-answer`;
      }
    }
    return shown;
  }

  /** The chat is opened again: at the start of the last answer, unless there is something to be seen before it. */
  reopened(): void {
    this.#goal ??= "latest";
    this.#seen();
  }

  /** To what was not in view; gives the selector of what to focus. */
  toNew(): string {
    this.#held = "none";
    this.#goal = this.#unseen ?? "latest";
    this.#seen();
    return this.#goal === "latest" ? ".log .turn:last-of-type .message:last-of-type" : selector(this.#goal);
  }

  #seen(): void {
    this.newBelow = false;
    this.#unseen = null;
  }

  /** Before the transcript is drawn: where does somebody read? */
  before(log: HTMLElement | null): void {
    if (log && log === this.#log) this.#measure();
  }

  /** After it is drawn: bring what is wanted into view, and keep the end in view where it was. */
  after(log: HTMLElement | null): void {
    if (log !== this.#log) this.#watch(log);
    if (!log?.clientHeight) return;
    const goal = this.#goal;
    this.#goal = null;
    this.#brought = goal ?? this.#brought;
    if (goal) bring(log, goal, this.#held !== "none");
    else if (this.#atEnd && this.#held === "none") {
      if (this.#brought && this.#brought !== "end") bring(log, this.#brought, false);
      else toEnd(log);
    }
    this.#measure();
  }

  #watch(log: HTMLElement | null): void {
    this.#observer.disconnect();
    this.#log = log;
    if (!log) return;
    this.#observer.observe(log);
    log.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    // What is opened below is read from its beginning.
    log.addEventListener("toggle", () => this.#measure(), { capture: true });
    for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      log.addEventListener(kind, () => this.#moved(), { passive: true });
    }
  }

  /** The person looks elsewhere. */
  #moved(): void {
    this.#held = "none";
    this.#brought = null;
  }

  #measure(): void {
    const log = this.#log;
    if (!log) return;
    this.#height = log.clientHeight;
    // A greeting that is longer than the screen is read from its beginning.
    this.#atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX && log.querySelector(".user") !== null;
  }

  #scrolled(): void {
    // A scroll that comes with another height is the browser's own.
    if (this.#log?.clientHeight === this.#height) this.#measure();
    if (this.#atEnd && this.newBelow) {
      this.#seen();
      this.changed();
    }
  }

  #resized(): void {
    const log = this.#log;
    if (!log || !log.clientHeight || log.clientHeight === this.#height) return;
    if (this.#atEnd && this.#held === "none") {
      this.#brought = null;
      toEnd(log);
    }
    this.#measure();
  }
}

const selector = (id: string): string => `[aria-labelledby^="${id}-who"]`;

function toEnd(log: HTMLElement): void {
  log.scrollTop = log.scrollHeight;
}

/**
 * The start of a message, with what is below it as far as there is room; `page`: the page around the chat too. "end" is
 * what was just sent: the chat is where that person is now, and not half off screen.
 */
function bring(log: HTMLElement, id: string, page: boolean): void {
  const last = [...log.querySelectorAll<HTMLElement>(".message")].at(-1) ?? null;
  const node = id === "latest" ? last : id === "end" ? null : log.querySelector<HTMLElement>(selector(id));
  toEnd(log);
  if (id === "end") log.closest(".panel")?.scrollIntoView(NEAREST);
  if (!node) return;
  const over = node.getBoundingClientRect().top - log.getBoundingClientRect().top - MARGIN_PX;
  if (over < 0) log.scrollTop += over;
  if (page) node.querySelector(".care")?.scrollIntoView(NEAREST);
}
