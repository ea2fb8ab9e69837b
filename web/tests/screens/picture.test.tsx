import { render, type ComponentChild } from 'preact';
import { afterEach, beforeAll, expect, it } from 'vitest';

import { Measures, Picture } from '../../src/components/picture.tsx';
import { resultOf, setup } from '../../src/fixtures/workshop.ts';
import type { FactorResult } from '../../src/state/model/types.ts';
import { WordsProvider } from '../../src/words/context.tsx';
import { currentLanguage, known, say, startWords } from '../../src/words/say.ts';
import { wordsOf } from '../../src/words/words.ts';

afterEach(() => document.body.replaceChildren());
beforeAll(() => startWords('results', 'factors'));

const time = resultOf.firm.factors.find(({ id }) => id === 'time') as FactorResult;
/** Too few rated it, and too few answered at all. */
const hidden: FactorResult = { ...time, n: 3, dk: null, na: null, counts: null, measures: null, cells: [], deltas: [], unknown: 'few' };

function textOf(drawn: ComponentChild): string {
  const root = document.createElement('main');
  document.body.append(root);
  render(<WordsProvider value={wordsOf(setup, { say, known, language: currentLanguage() })}>{drawn}</WordsProvider>, root);
  return root.textContent ?? '';
}

it('says how many do not know where that is shown', () => {
  expect(textOf(<Measures result={{ ...time, dk: 2, na: 1 }} />)).toContain('2 people said "I do not know"');
});

it('says nothing of those who do not know where that is not shown, and never that nobody did', () => {
  expect(textOf(<Measures result={hidden} />)).not.toMatch(/I do not know|Does not apply here/);
});

it('says of answers that are not shown why, whoever gave them', () => {
  expect(textOf(<Picture result={hidden} k={5} />)).toBe('Fewer than 5 people rated this themselves, so it is not shown.');
  expect(textOf(<Picture result={{ ...hidden, n: 7 }} k={5} />)).toBe('Fewer than 5 people rated this themselves, so it is not shown.');
});
