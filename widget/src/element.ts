// <b12-guide>: what it shows, where the focus goes, what is announced. What happens in the conversation is in `chat.ts`.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { spoken } from "./cards.js";
import { Box } from "./box.js";
import { Chat } from "./chat.js";
import { Desk } from "./desk.js";
import { covers, fitScreen, setOpen, toTop } from "./dialog.js";
import { dock } from "./dock.js";
import { Follow } from "./follow.js";
import { bar, launcher } from "./frame.js";
import { walk } from "./log.js";
import { dataPanel, type Look, optionsPanel } from "./panels.js";
import { emergencyNumbers } from "./place.js";
import { missesInARow } from "./reading.js";
import { strings } from "./strings.js";
import { styles } from "./styles.js";
import { clinicOf, transcript } from "./transcript.js";
import type { Button, Turn } from "./types.js";
import { Voice } from "./voice.js";

type View = "chat" | "options" | "data";

/** Turns that are shown at first, and brought by each "Show earlier messages". */
const PAGE = 30;

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
  #follow = new Follow(() => this.#redraw());
  #box = new Box({
    box: () => this.#find<HTMLTextAreaElement>("textarea"), chat: () => this.#chat, send: (text) => this.#send(text),
    say: (text) => this.#voice.say(text), changed: () => this.#redraw(),
  });
  #desk = new Desk(() => this.#chat, () => this.renderRoot as ShadowRoot, (focus) => {
    this.#focusNext = focus;
    this.#redraw();
  });
  #unread = 0;
  #numbers: string[] = [];
  /** Turns that are shown, the latest. */
  #shown = PAGE;
  #focusNext: string | null = null;
  /** The button stands at the other side, because something with the focus is beneath it. */
  #aside = false;
  #away = new AbortController();

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
      arrived: (turns) => this.#arrived(turns),
      scroll: (id) => this.#follow.want(id),
    });
    this.#numbers = emergencyNumbers(this.getAttribute("country"));
    this.#setLook({ theme: this.getAttribute("theme") ?? "auto", ...this.#chat.look });
    this.#away = new AbortController();
    const { signal } = this.#away;
    addEventListener("pagehide", () => this.#chat.leave(), { signal });
    for (const kind of ["resize", "scroll"]) window.visualViewport?.addEventListener(kind, () => this.#fit(), { signal });
    document.addEventListener("focusin", this.#uncover, { signal });
    this.parentElement?.addEventListener("focus", (event) => this.#skippedTo(event), { signal });
    this.#chat.start();
    this.#redraw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away.abort();
    this.#chat.stop();
  }

  get #inline(): boolean {
    return this.getAttribute("mode") === "inline";
  }

  get #log(): HTMLElement | null {
    return this.#find(".log");
  }

  #redraw(): void {
    this.version += 1;
  }

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector);
  }

  #fit(): void {
    fitScreen(this.#find(".root"));
  }

  /** A keyboard has led to something of the page that the chat hides: the page moves, else the chat gives way. */
  #uncover = ({ target }: FocusEvent): void => {
    if (this.#inline || !(target instanceof Element) || target === this) return;
    const covered = (): boolean => covers(this.#find("dialog"), target) || covers(this.#find(".launcher"), target);
    if (covered()) target.scrollIntoView({ block: "start", behavior: "instant" });
    const aside = covered();
    if (aside) this.open = false;
    if (aside !== this.#aside) this.#redraw();
    this.#aside = aside;
  };

  /** By a link to the place that the chat is in, as a skip link is: to where one writes. */
  #skippedTo({ target }: Event): void {
    if (this.#inline && target instanceof Element && target.matches(":focus-visible")) this.#find("textarea")?.focus();
  }

  #arrived(turns: Turn[]): void {
    const live = turns.findLast((turn) => turn.live);
    if (live?.answer) this.#voice.say(spoken(live.answer));
    const level = this.#follow.arrived(turns, this.#view !== "chat" || (!this.#inline && !this.open));
    // What cannot wait is seen and heard at once, whatever was open or closed.
    if (level !== "none") {
      if (this.#view !== "chat") this.#go("chat", "textarea");
      if (!this.#inline && !this.open) this.#show();
    }
    if (!this.#inline && !this.open) this.#unread += turns.length;
  }

  #show = (): void => {
    this.open = true;
    this.#unread = 0;
    this.#focusNext = "textarea";
  };

  #close = (): void => {
    this.open = false;
    this.#focusNext = ".launcher";
  };

  #go(view: View, focus: string): void {
    if (view === "chat" && this.#view !== "chat") this.#follow.want("latest");
    this.#view = view;
    this.#desk.open();
    this.#focusNext = focus;
    this.#redraw();
  }

  #back = (): void => (this.#view === "data" ? this.#go("options", ".to-data") : this.#go("chat", ".options"));

  #send(text: string): void {
    this.#shown = PAGE;
    this.#follow.wrote();
    this.#chat.send(text);
  }

  #press = ({ title }: Button, spent: boolean): void => {
    if (spent) this.#voice.say(strings.alreadyChosen);
    else {
      this.#send(title);
      this.#voice.say(strings.youChose(title));
    }
  };

  #walk = (event: KeyboardEvent): void => walk(event, this.renderRoot, () => this.#find("textarea")?.focus());

  #keys = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (this.#view !== "chat") this.#back();
    else if (!this.#inline) this.#close();
    else return;
    event.preventDefault();
  };

  #toNew = (): void => {
    this.#focusNext = this.#follow.toNew();
    this.#redraw();
  };

  #showEarlier = async (): Promise<void> => {
    const first = this.#chat.turns.at(-this.#shown) ?? this.#chat.turns[0];
    if (this.#shown >= this.#chat.turns.length && this.#chat.earlier && !(await this.#chat.loadEarlier())) {
      this.#voice.say(strings.earlierFailed);
      return;
    }
    this.#shown += PAGE;
    // What was read stays where it is, and the focus goes to it.
    if (first) this.#follow.want(first.id);
    this.#focusNext = first ? `[aria-labelledby^="${first.id}-who"]` : ".log";
    this.#redraw();
  };

  #setLook = (look: Partial<Look>): void => {
    this.#look = { ...this.#look, ...look };
    // For the page around it, which may follow.
    this.dataset["look"] = this.#look.theme;
    this.#redraw();
  };

  #change = (look: Partial<Look>): void => {
    this.#setLook(look);
    this.#chat.look = this.#look;
  };

  #togglePrivate = (): void => {
    const ends = this.#chat.isPrivate;
    this.#chat.setPrivate(!ends);
    this.#box.putDraft();
    this.#go("chat", "textarea");
    this.#voice.say(ends ? strings.privateEnded : strings.privateBanner);
  };

  protected override firstUpdated(): void {
    this.#box.putDraft();
  }

  protected override willUpdate(): void {
    this.#follow.before(this.hasUpdated ? this.#log : null);
  }

  protected override updated(changed: PropertyValues): void {
    this.#fit();
    toTop(this.#find(".root"));
    if (changed.has("open") && setOpen(this.#find<HTMLDialogElement>("dialog"), this.open) && this.open) {
      this.#unread = 0;
      this.#follow.reopened();
    }
    this.#follow.after(this.#log);
    const focus = this.#focusNext && this.#find(this.#focusNext);
    this.#focusNext = null;
    if (focus) focus.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { size, theme } = this.#look;
    const inside = this.#panel();
    const shape = this.#inline
      ? html`<section class="panel inline" aria-labelledby="title" @keydown=${this.#keys}>${inside}</section>`
      : html`${launcher({ open: this.open, unread: this.#unread, aside: this.#aside, show: this.#show })}
          <dialog class="panel" aria-labelledby="title" @keydown=${this.#keys} @close=${this.#closed}>${inside}</dialog>`;
    const dir = this.getAttribute("direction") === "rtl" ? "rtl" : strings.dir;
    return html`<div class="root" popover=${this.#inline ? nothing : "manual"} lang=${strings.lang} dir=${dir} data-theme=${theme}
      data-size=${size} data-state=${this.#chat.state} data-level=${this.#chat.standing ? "emergency" : nothing}>${shape}</div>`;
  }

  /** By Escape, which the browser itself takes of a modal one. */
  #closed = ({ currentTarget }: Event): void => {
    if (this.open && !(currentTarget as HTMLDialogElement).open) this.#close();
  };

  #panel(): TemplateResult {
    const numbers = this.#numbers;
    return html`
      ${bar({
        options: this.#view !== "chat", close: this.#inline ? null : this.#close,
        toggle: () => (this.#view === "chat" ? this.#go("options", "#panel-title") : this.#go("chat", ".options")),
      })}
      ${this.#chat.isPrivate ? html`<p class="banner">${strings.privateBanner}</p>` : nothing}
      ${this.#view === "chat" ? this.#conversation() : this.#sheet()}
      ${dock({
        state: this.#chat.state, numbers, writing: this.#view === "chat", count: this.#box.count,
        submit: this.#box.submit, typed: this.#box.typed, changed: this.#box.wrote,
      })}
      <p class="hidden-text say" role="status">${this.#voice.words}</p>`;
  }

  #conversation(): TemplateResult {
    const { turns, notSent, unreachable, farewell, earlier } = this.#chat;
    const from = Math.max(0, turns.length - this.#shown);
    return html`<p class="hidden-text" id="log-help">${strings.transcriptHelp}</p>
      <div class="log" role="log" aria-live="off" aria-label=${strings.transcript} aria-describedby="log-help" tabindex="0" @keydown=${this.#walk}>
        ${transcript(turns, farewell, {
          server: this.#chat.server, clinic: clinicOf(this), misses: missesInARow(turns), unreachable, notSent, from,
          earlier: from > 0 || earlier, showEarlier: () => void this.#showEarlier(), press: this.#press,
          retry: (id) => this.#chat.retry(id),
        })}
        <p class="typing" ?hidden=${!this.#chat.typing}>
          <span class="dots" aria-hidden="true"><span></span><span></span><span></span></span> ${strings.typing}
        </p>
      </div>
      ${this.#follow.newBelow ? html`<button type="button" class="new-below" @click=${this.#toNew}>${strings.newBelow}</button>` : nothing}`;
  }

  #sheet(): TemplateResult {
    const { isPrivate } = this.#chat;
    if (this.#view === "options") {
      return optionsPanel({
        look: this.#look, isPrivate, result: this.#desk.result, change: this.#change, back: this.#back,
        copy: () => this.#desk.take("copy"), print: () => this.#desk.take("print"), save: () => this.#desk.take("save"),
        togglePrivate: this.#togglePrivate, data: () => this.#go("data", "#panel-title"),
      });
    }
    return dataPanel(this.#desk.model(this.#back));
  }
}
