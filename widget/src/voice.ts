// What a screen reader is told, beside what it meets by itself.

const PAUSE_MS = 50;
const SAID_MS = 8000;

export class Voice {
  /** What stands in the live region now. */
  words = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly changed: () => void) {}

  /**
   * Say it once. Emptied first, so that the same words twice are two announcements; and afterwards, so that nobody
   * meets them a second time at the end of the chat.
   */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#put("");
    if (!text) return;
    this.#timer = setTimeout(() => {
      this.#put(text);
      this.#timer = setTimeout(() => this.#put(""), SAID_MS);
    }, PAUSE_MS);
  }

  #put(words: string): void {
    this.words = words;
    this.changed();
  }
}
