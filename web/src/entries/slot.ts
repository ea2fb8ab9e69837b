/** The element of the page's HTML that a screen is drawn into, emptied. */
export function slot(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  found.replaceChildren();
  return found;
}
