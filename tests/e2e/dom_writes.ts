// Every change that a page makes to its document, each with where it was.
import type { Page } from '@playwright/test';

/** What was written: to the text or an attribute of an element, or to what is in it. `place` names the row or
 *  part it lies in by its heading, and then the element. */
export interface Write {
  readonly kind: 'text' | 'attribute' | 'nodes';
  readonly place: string;
  readonly now: string;
}

interface Watched {
  take(): Write[];
}

/** Watches from here on. */
export async function watchWrites(page: Page): Promise<void> {
  await page.evaluate(() => {
    const place = (node: Node): string => {
      const element = node instanceof Element ? node : node.parentElement;
      const part = element?.closest('li, tr, dl > div, section, form, main, head');
      const heading = part?.querySelector('h1, h2, h3, th, dt') ?? part;
      // Without a heading it is all the text there is, which may be a style sheet.
      return `${part?.localName} "${heading?.textContent?.trim().slice(0, 120)}" ${element?.localName}`;
    };
    const written = (record: MutationRecord): Write => {
      const { target } = record;
      if (record.type === 'characterData') return { kind: 'text', place: place(target), now: target.nodeValue ?? '' };
      if (record.type === 'attributes') {
        const attribute = record.attributeName ?? '';
        const value = (target as Element).getAttribute(attribute);
        return { kind: 'attribute', place: place(target), now: `${attribute}=${value}` };
      }
      const names = (nodes: NodeList, sign: string) => [...nodes].map((node) => `${sign}${node.nodeName}`);
      const now = [...names(record.removedNodes, '-'), ...names(record.addedNodes, '+')].join(' ');
      return { kind: 'nodes', place: place(target), now };
    };
    const writes: Write[] = [];
    const observer = new MutationObserver((records) => writes.push(...records.map(written)));
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    const watched: Watched = {
      take() {
        writes.push(...observer.takeRecords().map(written));
        return writes.splice(0);
      },
    };
    (window as unknown as { watched: Watched }).watched = watched;
  });
}

/** What was written since the last time, once the page has drawn twice: all that follows from what it heard. */
export async function writesOf(page: Page): Promise<Write[]> {
  return page.evaluate(
    () =>
      new Promise<Write[]>((resolve) => {
        const { watched } = window as unknown as { watched: Watched };
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(watched.take())));
      }),
  );
}
