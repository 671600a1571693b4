// The box that one writes in: its draft, its length, and what sends it.

import type { Chat } from "./chat.js";
import { lengthNote } from "./dock.js";
import { strings } from "./strings.js";

export interface BoxOwner {
  box(): HTMLTextAreaElement | null;
  chat(): Chat;
  send(text: string): void;
  say(text: string): void;
  changed(): void;
}

export class Box {
  /** What is said of the length of a message. */
  count = "";

  constructor(private readonly owner: BoxOwner) {}

  submit = (event?: Event): void => {
    event?.preventDefault();
    const box = this.owner.box();
    if (!box) return;
    const text = box.value.trim();
    if (text) {
      box.value = "";
      this.owner.send(text);
      this.#measure();
    } else this.owner.say(strings.writeFirst);
    box.focus();
  };

  typed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  };

  wrote = (): void => {
    this.owner.chat().draft = this.owner.box()?.value ?? "";
    this.#measure();
  };

  /** What was being written in this conversation stands there again. */
  putDraft(): void {
    const box = this.owner.box();
    if (box) box.value = this.owner.chat().draft;
    this.#measure();
  }

  #measure(): void {
    const words = lengthNote(this.owner.box()?.value.length ?? 0);
    if (words === strings.full && this.count !== words) this.owner.say(words);
    if (this.count === words) return;
    this.count = words;
    this.owner.changed();
  }
}
