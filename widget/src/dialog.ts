// The chat over the page, opened from the button in the corner.

const NARROW = "(max-width: 30em), (max-height: 30em)";

/** Open or close it; whether that changed anything. On a small screen it covers the page, for the keyboard too. */
export function setOpen(dialog: HTMLDialogElement | null, open: boolean): boolean {
  if (!dialog || dialog.open === open) return false;
  if (!open) dialog.close();
  else if (matchMedia(NARROW).matches) dialog.showModal();
  else dialog.show();
  return true;
}
