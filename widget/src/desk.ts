// What is done with a conversation beside talking: taken along, saved, deleted, cleared; and what is said of it.

import type { Chat } from "./chat.js";
import type { Asked, DataModel } from "./panels.js";
import { strings } from "./strings.js";
import { download, take } from "./takeaway.js";
import type { Answer } from "./types.js";
import { todayIso } from "./words.js";

export class Desk {
  /** What is said of the last thing that was done. */
  result = "";
  #asking: Asked = null;
  #standing: Answer | null = null;
  #busy = false;

  /** `changed` is given what the focus goes to, or null. */
  constructor(private readonly chat: () => Chat, private readonly root: () => ShadowRoot, private readonly changed: (focus: string | null) => void) {}

  /** The panel is opened. */
  open(): void {
    this.result = "";
    this.#asking = null;
    this.#standing = this.chat().standing;
  }

  take(how: "copy" | "print" | "save"): void {
    void take(how, this.chat().turns, this.root()).then((said) => said !== null && this.#tell(said, null));
  }

  /** What "your data" shows and does. */
  model(back: () => void): DataModel {
    const { isPrivate, waiting } = this.chat();
    return {
      isPrivate, waiting, asking: this.#asking, busy: this.#busy, result: this.result, standing: this.#standing, back,
      ask: (asking) => this.#ask(asking),
      exportAll: () => void this.#exportAll(),
      deleteAll: () => void this.#deleteAll(),
      clear: () => {
        this.chat().clear();
        this.#done(strings.cleared);
      },
    };
  }

  #tell(result: string, focus: string | null): void {
    this.result = result;
    this.changed(focus);
  }

  #ask(asking: Asked): void {
    const before = this.#asking;
    this.#asking = asking;
    this.#tell("", asking ? ".keep" : `.${before ?? "delete"}`);
  }

  async #exportAll(): Promise<void> {
    const { complete, content } = await this.chat().export();
    download(`b12-guide-data-${todayIso()}.json`, "application/json", JSON.stringify(content, null, 2));
    this.#tell(complete ? strings.exported : strings.exportFailed, null);
  }

  async #deleteAll(): Promise<void> {
    this.#busy = true;
    this.changed(null);
    const told = await this.chat().deleteAll();
    this.#busy = false;
    this.#done(told ?? strings.deleteFailed);
  }

  #done(result: string): void {
    this.#asking = null;
    this.#tell(result, "#panel-title");
  }
}
