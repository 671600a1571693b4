// <b12-guide>: what it shows, where the focus goes, what is announced. What happens in the conversation is in `chat.ts`.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { spoken } from "./cards.js";
import { Chat } from "./chat.js";
import { setOpen } from "./dialog.js";
import { dock, lengthNote } from "./dock.js";
import { bring, walk } from "./log.js";
import { dataPanel, type Look, optionsPanel } from "./panels.js";
import { emergencyNumbers } from "./place.js";
import { missesInARow } from "./reading.js";
import { strings } from "./strings.js";
import { styles } from "./styles.js";
import { download, take } from "./takeaway.js";
import { clinicOf, transcript, welcome } from "./transcript.js";
import type { Button, Turn } from "./types.js";
import { Voice } from "./voice.js";
import { todayIso } from "./words.js";

type View = "chat" | "options" | "data";

export class B12Guide extends LitElement {
  static override styles = styles;
  static override properties = { open: { type: Boolean, reflect: true }, version: { state: true } };

  declare open: boolean;
  /** Counts what makes a new picture necessary; nothing reads its value. */
  declare version: number;

  #chat!: Chat;
  #view: View = "chat";
  #look: Look = { size: "1", theme: "auto" };
  #voice = new Voice(() => this.#redraw());
  #count = "";
  #result = "";
  #asking = false;
  #working = false;
  #atEnd = true;
  #newBelow = false;
  #focusNext: string | null = null;
  #showNext: string | null = null;

  constructor() {
    super();
    this.open = false;
    this.version = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const server = new URL(this.getAttribute("server") ?? ".", document.baseURI);
    this.#chat = new Chat(server, this.getAttribute("country"), this.hasAttribute("private"), {
      changed: () => this.#redraw(),
      say: (text) => this.#voice.say(text),
      arrived: (turn) => this.#arrived(turn),
      scroll: (id) => (this.#showNext = id),
    });
    this.#look = { size: "1", theme: this.getAttribute("theme") ?? "auto", ...this.#chat.look };
    addEventListener("pagehide", this.#leave);
    this.#chat.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("pagehide", this.#leave);
    this.#chat.stop();
  }

  get #inline(): boolean {
    return this.getAttribute("mode") === "inline";
  }

  #leave = (): void => this.#chat.leave();

  #redraw(): void {
    this.version += 1;
  }

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector);
  }

  #arrived(turn: Turn): void {
    if (turn.answer) this.#voice.say(spoken(turn.answer));
    // An emergency is seen and heard at once, whatever was open or closed.
    if (turn.answer?.level === "emergency") {
      if (this.#view !== "chat") this.#go("chat", "textarea");
      if (!this.#inline && !this.open) this.#show();
    }
    if (this.#atEnd || this.#view !== "chat") this.#showNext = `${turn.id}-answer`;
    else this.#newBelow = true;
  }

  #show(): void {
    this.open = true;
    this.#focusNext = "textarea";
  }

  #close(): void {
    this.open = false;
    this.#focusNext = ".launcher";
  }

  #go(view: View, focus: string): void {
    this.#view = view;
    this.#result = "";
    this.#asking = false;
    this.#focusNext = focus;
    if (view === "chat") this.#showNext = "end";
    this.#redraw();
  }

  #back = (): void => this.#go("chat", ".options");

  #submit = (event?: Event): void => {
    event?.preventDefault();
    const box = this.#find<HTMLTextAreaElement>("textarea");
    if (!box) return;
    const text = box.value.trim();
    if (text) {
      box.value = "";
      this.#countLetters();
      this.#chat.send(text);
    } else this.#voice.say(strings.writeFirst);
    box.focus();
  };

  #press = ({ title }: Button, spent: boolean): void => {
    if (spent) this.#voice.say(strings.alreadyChosen);
    else {
      this.#chat.send(title);
      this.#voice.say(strings.youChose(title));
    }
  };

  #countLetters = (): void => {
    const words = lengthNote(this.#find<HTMLTextAreaElement>("textarea")?.value.length ?? 0);
    if (words === strings.full && this.#count !== words) this.#voice.say(words);
    if (this.#count === words) return;
    this.#count = words;
    this.#redraw();
  };

  #typed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit();
  };

  #walk = (event: KeyboardEvent): void => walk(event, this.renderRoot, () => this.#find("textarea")?.focus());

  #keys = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (this.#view !== "chat") this.#back();
    else if (!this.#inline) this.#close();
    else return;
    event.preventDefault();
  };

  #scrolled = (event: Event): void => {
    const log = event.currentTarget as HTMLElement;
    this.#atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 48;
    if (this.#atEnd && this.#newBelow) {
      this.#newBelow = false;
      this.#redraw();
    }
  };

  #toEnd = (): void => {
    this.#newBelow = false;
    this.#showNext = "end";
    this.#focusNext = ".log .message.bot:last-of-type";
    this.#redraw();
  };

  #change = (look: Partial<Look>): void => {
    this.#look = { ...this.#look, ...look };
    this.#chat.look = this.#look;
    this.#redraw();
  };

  #tellResult(text: string): void {
    this.#result = text;
    this.#redraw();
  }

  #take = (how: "copy" | "print" | "save"): void => {
    void take(how, this.#chat.turns, this.renderRoot as ShadowRoot).then((said) => said !== null && this.#tellResult(said));
  };

  async #exportAll(): Promise<void> {
    const { complete, content } = await this.#chat.export();
    download(`b12-guide-data-${todayIso()}.json`, "application/json", JSON.stringify(content, null, 2));
    this.#tellResult(complete ? strings.exported : strings.exportFailed);
  }

  async #deleteAll(): Promise<void> {
    this.#working = true;
    this.#redraw();
    const { done, said } = await this.#chat.deleteAll();
    this.#working = false;
    this.#asking = false;
    this.#focusNext = "#panel-title";
    this.#tellResult(done ? said || strings.deleted : strings.deleteFailed);
  }

  #ask(asking: boolean): void {
    this.#asking = asking;
    this.#focusNext = asking ? ".keep" : ".delete";
    this.#redraw();
  }

  #togglePrivate = (): void => {
    const ends = this.#chat.isPrivate;
    this.#chat.setPrivate(!ends);
    this.#go("chat", "textarea");
    this.#voice.say(ends ? strings.privateEnded : strings.privateBanner);
  };

  protected override updated(changed: PropertyValues): void {
    if (changed.has("open") && setOpen(this.#find<HTMLDialogElement>("dialog"), this.open)) this.#showNext = "end";
    if (this.#showNext) bring(this.renderRoot, this.#showNext);
    this.#showNext = null;
    const focus = this.#focusNext && this.#find(this.#focusNext);
    this.#focusNext = null;
    if (focus) focus.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { size, theme } = this.#look;
    const inside = this.#panel();
    const shape = this.#inline
      ? html`<section class="panel inline" aria-labelledby="title" @keydown=${this.#keys}>${inside}</section>`
      : html`<button type="button" class="launcher" ?hidden=${this.open} aria-haspopup="dialog" @click=${this.#show}>${strings.open}</button>
          <dialog class="panel" aria-labelledby="title" @keydown=${this.#keys} @close=${() => this.open && this.#close()}>${inside}</dialog>`;
    const dir = this.getAttribute("direction") === "rtl" ? "rtl" : strings.dir;
    return html`<div class="root" lang=${strings.lang} dir=${dir} data-theme=${theme} data-size=${size} data-state=${this.#chat.state}>${shape}</div>`;
  }

  #panel(): TemplateResult {
    const numbers = emergencyNumbers(this.getAttribute("country"));
    return html`
      <header class="bar">
        <h2 id="title">${strings.title}</h2>
        <button type="button" class="options" aria-expanded=${this.#view !== "chat"} title=${strings.optionsHelp}
          @click=${() => (this.#view === "chat" ? this.#go("options", "#panel-title") : this.#back())}>${strings.options}</button>
        ${this.#inline ? nothing : html`<button type="button" class="close" @click=${this.#close}>${strings.close}</button>`}
      </header>
      ${this.#chat.isPrivate ? html`<p class="banner">${strings.privateBanner}</p>` : nothing}
      ${this.#view === "chat" ? this.#conversation(numbers) : this.#sheet()}
      ${dock({
        state: this.#chat.state, numbers, writing: this.#view === "chat", count: this.#count,
        submit: this.#submit, typed: this.#typed, changed: this.#countLetters,
      })}
      <p class="hidden-text say" role="status">${this.#voice.words}</p>`;
  }

  #conversation(numbers: string[]): TemplateResult {
    const { turns, notSent, unreachable } = this.#chat;
    return html`<p class="hidden-text" id="log-help">${strings.transcriptHelp}</p>
      <div class="log" role="log" aria-live="off" aria-label=${strings.transcript} aria-describedby="log-help" tabindex="0"
        @keydown=${this.#walk} @scroll=${this.#scrolled}>
        ${welcome(numbers.join(", "), turns[0]?.text ?? null, this.#press)}
        ${transcript(turns, {
          server: this.#chat.server, clinic: clinicOf(this), misses: missesInARow(turns), unreachable, notSent, press: this.#press,
        })}
      </div>
      ${this.#newBelow ? html`<button type="button" class="new-below" @click=${this.#toEnd}>${strings.newBelow}</button>` : nothing}
      <p class="typing" ?hidden=${!this.#chat.typing}>
        <span class="dots" aria-hidden="true"><span></span><span></span><span></span></span> ${strings.typing}
      </p>`;
  }

  #sheet(): TemplateResult {
    const { isPrivate } = this.#chat;
    if (this.#view === "options") {
      return optionsPanel({
        look: this.#look, isPrivate, result: this.#result, change: this.#change, back: this.#back,
        copy: () => this.#take("copy"), print: () => this.#take("print"), save: () => this.#take("save"),
        togglePrivate: this.#togglePrivate, data: () => this.#go("data", "#panel-title"),
      });
    }
    return dataPanel({
      isPrivate, waiting: this.#chat.waiting, asking: this.#asking, busy: this.#working, result: this.#result, back: this.#back,
      exportAll: () => void this.#exportAll(), ask: (asking) => this.#ask(asking), deleteAll: () => void this.#deleteAll(),
      clear: () => {
        this.#chat.clear();
        this.#tellResult(strings.cleared);
      },
    });
  }
}
