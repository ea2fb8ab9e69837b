import { describe, expect, it } from 'vitest';

import { setup, view } from '../../../src/fixtures/workshop.ts';
import { linesOf } from '../../../src/state/model/lines.ts';
import { pageShown, reasonPages } from '../../../src/state/model/reason_pages.ts';
import type { View } from '../../../src/state/model/types.ts';

const oneLanguage = { ...setup, languages: ['en'] };
const shownIn = (round: number): Partial<View> => ({
  setup: oneLanguage,
  questions: { power: { state: 'revealed', round, answered: 24 } },
});

function reasonsOf(texts: readonly string[], more: { readonly hidden?: true } = {}): NonNullable<View['reasons']> {
  return { power: Object.fromEntries(texts.map((text, index) => [String(index).padStart(3, '0'), { text, ...more }])) };
}

const long = (index: number) => `${index} `.padEnd(280, 'They listened, and then they decided alone. ');
const texts = (pages: ReturnType<typeof reasonPages>) => pages.flatMap((page) => page.flatMap((column) => column.texts));
/** One round's reasons as they are read, page after page; what goes on elsewhere is put together again. */
const read = (pages: ReturnType<typeof reasonPages>) => texts(pages).join('\n').split('…\n…').join(' ').split('\n');
/** The lines of a column's reasons, with what is between them. */
const height = (column: ReturnType<typeof reasonPages>[number][number]) => column.texts.reduce((sum, text) => sum + linesOf(text, 24) + 1, 0);

describe('the pages of reasons', () => {
  it('are none where nobody gave a reason', () => {
    expect(reasonPages(view(shownIn(1)), 'power')).toEqual([]);
  });

  it('hold every reason once, whole, however many and long they are', () => {
    const given = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? long(index) : `Short ${index}`));
    const pages = reasonPages(view({ ...shownIn(1), reasons: reasonsOf(given) }), 'power');
    expect([...texts(pages)].sort()).toEqual([...given].sort());
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.slice(1).every((page) => page.some((column) => column.texts.length > 0))).toBe(true);
  });

  it('go on in the next column with a reason that is longer than one, whatever letters it has', () => {
    const capitals = 'WHO MAY OPEN THE WARM WOMEN’S ROOM? '.repeat(16).trim();
    const given = ['Short', capitals, long(1), 'M'.repeat(600), '👩‍👩‍👧‍👦'.repeat(24), '語'.repeat(200)];
    const open = { setup: oneLanguage, questions: { power: { state: 'open', round: 2, answered: 0 } } } as const;
    for (const at of [shownIn(1), open]) {
      const pages = reasonPages(view({ ...at, reasons: reasonsOf(given) }), 'power');
      const whole = read(pages).map((text) => (text.startsWith('MM') ? text.split(' ').join('') : text));
      expect(whole.sort()).toEqual([...given].sort());
      for (const column of pages.flat()) expect(height(column)).toBeLessThanOrEqual(13);
    }
  });

  it('leave out what only desks read, so that desk and wall count the same pages', () => {
    const reasons = { power: { a: { text: 'Shown' }, b: { text: 'Hidden', hidden: true as const } } };
    expect(texts(reasonPages(view({ ...shownIn(1), reasons }), 'power'))).toEqual(['Shown']);
  });

  it('leave room to say in each language how many more were given', () => {
    const given = view({ ...shownIn(1), setup, reasons: reasonsOf(Array.from({ length: 30 }, (_, index) => `Short ${index}`)), reasons_left: { power: 12 } });
    for (const column of reasonPages(given, 'power').flat()) expect(height(column)).toBeLessThanOrEqual(13 - 2);
  });

  it('put the first round beside the second', () => {
    const [page] = reasonPages(
      view({ ...shownIn(2), reasons: reasonsOf(['Now']), earlier_reasons: reasonsOf(['Then']) }),
      'power',
    );
    expect(page).toEqual([{ round: 2, texts: ['Now'] }, { round: 1, texts: ['Then'] }]);
  });

  it('keep the first round in sight while the second is open', () => {
    const asked = { setup: oneLanguage, questions: { power: { state: 'open', round: 2, answered: 3 } } } as const;
    const [page] = reasonPages(view({ ...asked, reasons: reasonsOf(['Then']) }), 'power');
    expect(page?.[0]).toEqual({ round: 1, texts: ['Then'] });
  });

  it('leave the first page to the picture where it needs all of it', () => {
    const [page, next] = reasonPages(view({ ...shownIn(1), setup, reasons: reasonsOf(['In two languages']) }), 'power');
    expect(page?.every((column) => column.texts.length === 0)).toBe(true);
    expect(next?.[0]?.texts).toEqual(['In two languages']);
  });

  it('are turned by the desk, and never past the last', () => {
    const pages = reasonPages(view({ ...shownIn(1), reasons: reasonsOf(Array.from({ length: 30 }, (_, index) => long(index))) }), 'power');
    expect(pageShown(view({ page: 2 }), pages)).toBe(2);
    expect(pageShown(view(), pages)).toBe(1);
    expect(pageShown(view({ page: 99 }), pages)).toBe(pages.length);
    expect(pageShown(view({ page: 2 }), [])).toBe(0);
  });
});

describe('the lines of a text', () => {
  it('are at least one, and more for longer words and wider letters', () => {
    expect(linesOf('', 24)).toBe(1);
    expect(linesOf('a few words', 24)).toBe(1);
    expect(linesOf('x'.repeat(280), 24)).toBe(7);
    expect(linesOf('語'.repeat(200), 24)).toBe(11);
  });
});
