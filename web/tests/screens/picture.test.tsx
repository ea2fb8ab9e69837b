import { render, type ComponentChild } from 'preact';
import { afterEach, beforeAll, expect, it } from 'vitest';

import { Measures, Picture } from '../../src/components/picture.tsx';
import { GroupStrips, RoundStrips } from '../../src/components/strip.tsx';
import { grouped } from '../../src/fixtures/views.ts';
import { resultOf, setup, view } from '../../src/fixtures/workshop.ts';
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
  expect(textOf(<RoundStrips view={view({ questions: { time: { state: 'revealed', round: 1, answered: 27, of: [30] } } })} factor={{ ...time, dk: 2, na: 1 }} />)).toContain("Don't know 2Does not apply 1No answer 3");
});

it('puts before the middle answer that answers pull apart', () => {
  const power = resultOf.divided.factors.find(({ id }) => id === 'power') as FactorResult;
  expect(textOf(<Measures result={power} />)).toMatch(/^Answers pull apart.*Middle answer/);
  expect(textOf(<Measures result={time} />)).toMatch(/^Middle answer/);
});

it('names the statistics only behind "How this is worked out"', () => {
  expect(textOf(<Measures result={time} />)).not.toMatch(/RAND|IPRAS|median/);
});

it('says of a group how many answered and never of how many, and calls a pool what it is', () => {
  const factor = grouped.factors.find(({ id }) => id === 'legitimacy') as FactorResult;
  const text = textOf(<GroupStrips result={factor} />);
  expect(text).toContain('People with lived experience 8 answered');
  expect(text).toContain('smaller groups together 8 answered');
  expect(text).not.toMatch(/\d of \d|Don't know|No answer/);
});

it('says nothing of those who do not know where that is not shown, and never that nobody did', () => {
  expect(textOf(<RoundStrips view={view()} factor={hidden} />)).not.toMatch(/Don't know|Does not apply/);
});

it('says of answers that are not shown why, whoever gave them', () => {
  expect(textOf(<Picture view={view()} result={hidden} />)).toBe('Fewer than 5 people rated this themselves, so it is not shown.');
  expect(textOf(<Picture view={view()} result={{ ...hidden, n: 7 }} />)).toBe('Fewer than 5 people rated this themselves, so it is not shown.');
});
