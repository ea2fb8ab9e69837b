// What was shown of a question stays where everybody looks: on wall, desk and phone.
import { signal } from '@preact/signals';
import { render, type ComponentChildren } from 'preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import type { Invite } from '../../src/api/workshops.ts';
import { phone } from '../../src/fixtures/phone_screens.tsx';
import { secondHidden } from '../../src/fixtures/statuses.ts';
import { published } from '../../src/fixtures/views.ts';
import { clientShowing, me, resultOf, revealedFirst, setup, view } from '../../src/fixtures/workshop.ts';
import { ReasonQueue } from '../../src/screens/desk/reasons.tsx';
import { ShownAnswers } from '../../src/screens/desk/shown_answers.tsx';
import { Results } from '../../src/screens/phone/results.tsx';
import { WallApp } from '../../src/screens/wall/app.tsx';
import { reasonPages } from '../../src/state/model/reason_pages.ts';
import type { FactorResult, Question, Result, View } from '../../src/state/model/types.ts';
import { createPhone } from '../../src/state/phone/phone.ts';
import { WordsProvider } from '../../src/words/context.tsx';
import { currentLanguage, known, say, startWords } from '../../src/words/say.ts';
import { wordsOf } from '../../src/words/words.ts';

beforeAll(() => startWords('phone', 'desk', 'wall', 'results', 'factors', 'names'));
afterEach(() => document.body.replaceChildren());

const ASKED = 'social_complexity';
const english: View['setup'] = { ...setup, languages: ['en'] };
const words = () => wordsOf(english, { say, known, language: currentLanguage() });
const factorIn = (result: Result) => result.factors.find(({ id }) => id === ASKED) as FactorResult;

function drawn(content: ComponentChildren): HTMLElement {
  const root = document.createElement('main');
  document.body.append(root);
  render(<WordsProvider value={words()}>{content}</WordsProvider>, root);
  return root;
}

const onWall = (of: View, result: Result) =>
  drawn(<WallApp client={clientShowing({ role: 'wall', view: of })} result={signal<Result | undefined>(result)} invite={signal<Invite | undefined>(undefined)} />);
const onPhone = (of: View, result: Result) =>
  drawn(<Results phone={createPhone(clientShowing({ view: of, me: me({ [ASKED]: 7 }) }), signal(undefined))} view={of} result={result} />);

describe('where too few answered the second round', () => {
  const second = view({
    setup: english,
    published,
    focus: ASKED,
    questions: { ...revealedFirst(3), [ASKED]: { state: 'revealed', round: 2, answered: 3, of: [26, 25] } },
  });
  const hidden = () => say('measure.hidden', { k: setup.min_group });
  const first = () => say('measure.round', { n: 1, count: 19 });

  it.each([
    ['wall', () => onWall(second, secondHidden)],
    ['phone', () => onPhone(second, secondHidden)],
    ['desk', () => drawn(<ShownAnswers view={second} result={factorIn(secondHidden)} />)],
  ])('the first stays on the %s, beside why the second is not shown', (_, draw) => {
    const text = draw().textContent ?? '';
    expect(text).toContain(first());
    expect(text).toContain(hidden());
  });
});

describe('while a question is asked again', () => {
  const again = (more: Partial<View> = {}) =>
    view({
      setup: english,
      published: {},
      focus: ASKED,
      questions: { ...revealedFirst(3), [ASKED]: { state: 'open', round: 2, answered: 5, of: [26] } },
      ...more,
    });
  const first = () => say('measure.round', { n: 1, count: 24 });

  it('the wall keeps the picture of the round before, though nobody gave a reason', () => {
    const root = onWall(again(), resultOf.firm);
    expect(root.textContent).toContain(first());
    expect(root.querySelector('.wall-options')).toBeNull();
  });

  it('the wall shows what can be answered where no picture may be shown', () => {
    const factors = resultOf.firm.factors.map((factor) => (factor.id === ASKED ? { ...factor, n: 3, counts: null } : factor));
    expect(onWall(again(), { ...resultOf.firm, factors }).querySelector('.wall-options')).not.toBeNull();
  });

  it('the phone keeps its answers and reasons among the results', () => {
    const text = onPhone(again({ reasons: { [ASKED]: { a: { text: 'We tried it alone.' } } } }), resultOf.firm).textContent ?? '';
    expect(text).toContain(words().question(ASKED));
    expect(text).toContain(first());
    expect(text).toContain('We tried it alone.');
  });

  it('the phone keeps what was said before under the question', async () => {
    const of = again({ reasons: { [ASKED]: { a: { text: 'We tried it alone.' } } } });
    const root = drawn(phone({ view: of, me: me({ [ASKED]: 7 }) }, { result: resultOf.firm }).draw());
    await vi.waitUntil(() => (root.textContent ?? '').includes('We tried it alone.'), { timeout: 4_500, interval: 5 });
    expect(root.querySelector('h1')?.textContent).toBe(words().question(ASKED));
    expect(root.textContent).toContain(say('result.earlier', { n: 1 }));
  });
});

describe('where more reasons were given than are sent', () => {
  const given = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${String(index).padStart(3, '0')}`, { text: `Reason ${index}. ${'We tried it alone. '.repeat(10)}` }]));
  const some = (count: number, more: Partial<View> = {}) =>
    view({ setup: english, published: {}, focus: ASKED, questions: revealedFirst(3), reasons: { [ASKED]: given(count) }, reasons_left: { [ASKED]: 12 }, ...more });
  const left = () => say('result.reasons.left', { n: 12 });

  it('the phone and the desk say how many are not shown', () => {
    expect(onPhone(some(2), resultOf.firm).textContent).toContain(left());
    const question = some(2).questions?.[ASKED] as Question;
    const desk = drawn(<ReasonQueue client={clientShowing({ role: 'facilitator' })} view={some(2)} id={ASKED} question={question} />);
    expect(desk.textContent).toContain(left());
  });

  it('the wall says so on the last page of them', () => {
    const { length: last } = reasonPages(some(12), ASKED);
    expect(last).toBeGreaterThan(1);
    expect(onWall(some(12, { page: last }), resultOf.firm).textContent).toContain(left());
    expect(onWall(some(12), resultOf.firm).textContent).not.toContain(left());
  });
});
