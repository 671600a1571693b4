// The conversation as plain text: to copy, to print, to save; and files that go to the downloads.

import { strings } from "./strings.js";
import type { Turn } from "./types.js";
import { clock, dayOf, doseDates, fullDate, sameDay, todayIso } from "./words.js";

/** One paragraph a message, with who said it and when; dates and sources written out. */
function asText(turns: Turn[]): string {
  const lines = [strings.savedOn(dayOf(Date.now()))];
  let day = NaN;
  for (const { text, time, answer } of turns) {
    if (!sameDay(time, day)) lines.push(dayOf(time));
    day = time;
    lines.push(`${strings.you} (${clock(time)}): ${text}`);
    if (!answer) continue;
    const said = [`${strings.title}: ${answer.texts.join("\n")}`];
    if (answer.plan) {
      const { next, assumptions } = answer.plan;
      said.push(strings.planDates, ...next.map((dose) => `- ${doseDates(dose)}`));
      if (assumptions.length) said.push(strings.planAssumed, ...assumptions.map((one) => `- ${one}`));
    }
    for (const { title, url, checked } of answer.level === "none" ? answer.sources : []) {
      said.push(`- ${title}, ${url} (${checked ? strings.checked(fullDate(checked)) : strings.notChecked})`);
    }
    lines.push(said.join("\n"));
  }
  return lines.join("\n\n") + "\n";
}

/** Offer a file to save. */
export function download(name: string, type: string, content: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Copy to the clipboard, also where the page is plain http and the modern way is closed; whether it worked. */
async function copy(text: string, near: ParentNode & Node): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = document.createElement("textarea");
    box.className = "hidden-text";
    box.value = text;
    const focused = near instanceof ShadowRoot ? near.activeElement : null;
    near.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return done;
  }
}

/** Take the conversation along; resolves to what to say of it, null where the print window speaks for itself. */
export async function take(how: "copy" | "print" | "save", turns: Turn[], near: ParentNode & Node): Promise<string | null> {
  if (!turns.length) return strings.nothingYet;
  const text = asText(turns);
  if (how === "copy") return (await copy(text, near)) ? strings.copied : strings.copyFailed;
  if (how === "save") {
    download(`b12-guide-${todayIso()}.txt`, "text/plain", text);
    return strings.saved;
  }
  print(text);
  return null;
}

/** Print the conversation alone, not the page around the widget. */
function print(text: string): void {
  const frame = document.createElement("iframe");
  frame.title = strings.print;
  // Out of sight, not hidden: some browsers print nothing of a frame that is not laid out.
  frame.width = frame.height = "0";
  frame.style.position = "fixed";
  frame.style.border = "0";
  frame.tabIndex = -1;
  frame.ariaHidden = "true";
  document.body.append(frame);
  const page = frame.contentWindow;
  if (!page) return;
  page.document.title = strings.title;
  page.document.documentElement.lang = strings.lang;
  const body = page.document.createElement("pre");
  body.textContent = text;
  const sheet = new (page as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync("pre { font: 12pt/1.4 system-ui, sans-serif; white-space: pre-wrap; overflow-wrap: anywhere }");
  page.document.adoptedStyleSheets = [sheet];
  page.document.body.append(body);
  page.addEventListener("afterprint", () => frame.remove());
  page.print();
}
