import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The page that was drawn first keeps the browser's own focus; every later one takes it. */
let drawn = false;

/** The focus was in what the first screen takes the place of. */
export function takeFocus(): void {
  drawn = true;
}

/** The heading of a screen. When the screen comes (or `of` changes) it takes the focus, so that a reader
 *  begins at its start, and the page scrolls to its top. */
export function ScreenHeading({
  of,
  class: name,
  lang,
  children,
}: {
  readonly of: string;
  readonly class?: string;
  readonly lang?: string;
  readonly children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (drawn) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    drawn = true;
  }, [of]);
  return (
    <h1 ref={heading} tabIndex={-1} class={name} lang={lang}>
      {children}
    </h1>
  );
}
