// Moving about in the transcript by keyboard.

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
