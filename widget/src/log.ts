// Moving about in the transcript: by keyboard, and to what has just come.

const MARGIN_PX = 8;

/** Arrow keys walk through the messages, wherever in the transcript the focus is; Enter goes in, Escape goes out. */
export function walk(event: KeyboardEvent, root: ParentNode, out: () => void): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const messages = [...root.querySelectorAll<HTMLElement>(".log .message")];
  const target = event.target as HTMLElement;
  const now = messages.indexOf(target.closest(".message") as HTMLElement);
  const last = messages.length - 1;
  const goals: Record<string, number> = {
    ArrowUp: now < 0 ? last : Math.max(now - 1, 0),
    ArrowDown: now < 0 ? last : Math.min(now + 1, last),
    Home: 0,
    End: last,
  };
  const goal = goals[event.key];
  if (event.key === "Escape") out();
  else if (event.key === "Enter" && now >= 0 && target === messages[now]) {
    target.querySelector<HTMLElement>("a, summary, button:not([hidden])")?.focus();
  } else if (goal === undefined) return;
  else messages[goal]?.focus();
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Bring a message ("end" for the last) into view by scrolling the transcript alone, never the page around it: its start
 * if it is longer than the room.
 */
export function bring(root: ParentNode, id: string): void {
  const log = root.querySelector<HTMLElement>(".log");
  const node = id === "end" ? log?.lastElementChild : root.querySelector(`[aria-labelledby^="${id}-who"]`);
  if (!log || !node) return;
  if (getComputedStyle(log).overflowY === "visible") {
    node.scrollIntoView({ block: "nearest" });
    return;
  }
  const box = node.getBoundingClientRect();
  const frame = log.getBoundingClientRect();
  const long = id !== "end" && box.height > frame.height - 2 * MARGIN_PX;
  log.scrollTop += long ? box.top - frame.top - MARGIN_PX : box.bottom - frame.bottom + MARGIN_PX;
}
