// The chat over the page, opened from the button in the corner; and how much room the screen really has.

const NARROW = "(max-width: 30em), (max-height: 30em)";
/** Where the chat covers more of the width than this, the page beside it is of no use. */
const MOST_COVERED = 0.5;

/** Open or close it; whether that changed anything. Where it covers most of the page, it does so for the keyboard too. */
export function setOpen(dialog: HTMLDialogElement | null, open: boolean): boolean {
  if (!dialog || dialog.open === open) return false;
  if (!open) {
    dialog.close();
    return true;
  }
  dialog.show();
  if (matchMedia(NARROW).matches || dialog.offsetWidth > innerWidth * MOST_COVERED) {
    dialog.close();
    dialog.showModal();
  }
  return true;
}

/**
 * Before other things of the page, whatever they say of their own height: in the browser's top layer, where there is
 * one.
 */
export function toTop(root: HTMLElement | null): void {
  if (root?.isConnected && "showPopover" in root && root.popover && !root.matches(":popover-open")) root.showPopover();
}

/** Whether the middle of an element lies beneath the chat: then somebody who moves by keyboard cannot see where they are. */
export function covers(ours: HTMLElement | null, element: Element): boolean {
  if (!ours?.offsetWidth || ours.matches(":modal")) return false;
  const over = ours.getBoundingClientRect();
  const under = element.getBoundingClientRect();
  const [x, y] = [(under.left + under.right) / 2, (under.top + under.bottom) / 2];
  return x >= over.left && x <= over.right && y >= over.top && y <= over.bottom;
}

/** Tell the styles how high the screen is above the keyboard, and where it begins; zooming in changes neither. */
export function fitScreen(root: HTMLElement | null): void {
  const view = window.visualViewport;
  if (!view || !root) return;
  const zoomed = view.scale > 1.01;
  root.style.setProperty("--room", `${Math.round(view.height * view.scale)}px`);
  root.style.setProperty("--room-top", `${zoomed ? 0 : Math.round(view.offsetTop)}px`);
}
