const HEADING = 'h1, h2, h3';

/** What the focus goes to when the part with it is taken from the page: the heading of what is around. */
function placeFor(around: Element): HTMLElement | null {
  const part = around.closest('section, main');
  const heading = part?.querySelector<HTMLElement>(HEADING) ?? null;
  // A part's own heading can be focused by a script alone, like that of a screen.
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  return heading;
}

/** Who works by keyboard goes on from where they were: a button that is gone once it was pressed must not
 *  send them to the top of the page. */
export function keepFocus(root: HTMLElement): void {
  let path: readonly Element[] = [];
  root.addEventListener('focusin', (event) => {
    path = event.composedPath().filter((each): each is Element => each instanceof Element && root.contains(each));
  });
  const mend = () => {
    const [last] = path;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (!isLost || last === undefined || last.isConnected) return;
    const around = path.find((each) => each.isConnected) ?? root;
    const place = placeFor(around);
    if (!place) return;
    // What is in sight stays where it is: the next press is on its way.
    place.focus({ preventScroll: true });
    const { top, bottom } = place.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) place.scrollIntoView({ block: 'nearest' });
  };
  // What comes in the place of the button may take the focus itself, in the next frame.
  const observer = new MutationObserver(() => requestAnimationFrame(() => setTimeout(mend)));
  observer.observe(root, { subtree: true, childList: true });
}
