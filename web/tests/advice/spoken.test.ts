// What speaks first, row by row, and that an advice is never named where there is none that is agreed.
import { describe, expect, it } from 'vitest';

import { notHeardOf } from '../../src/advice/not_heard.ts';
import { spokenOf } from '../../src/advice/spoken.ts';
import { statuses } from '../../src/fixtures/statuses.ts';
import { bothViews, decision, shown } from '../../src/fixtures/views.ts';
import { languages, type Language } from '../../src/generated/languages.ts';
import type { FactorResult, Level, Result, Status, View } from '../../src/state/model/types.ts';
import { wordsIn } from '../words.ts';

const words = wordsIn('en');
const view = shown();

function said(result: Result, of: View = view) {
  const { kind, largest, below } = spokenOf(result, of, words);
  return { kind, largest: largest.text, list: largest.list, below: below.map(({ text }) => text) };
}

describe('what speaks first', () => {
  it('is how many questions are shown, and what is ruled out', () => {
    expect(said(statuses.incomplete)).toMatchObject({
      kind: 'incomplete',
      largest: '6 of 10 questions shown',
      below: ['Ruled out: Co-produce, because of money and people for this.'],
    });
  });

  it('is that there are not enough answers, and how many are needed', () => {
    expect(said(statuses.too_few)).toMatchObject({ kind: 'too_few', largest: 'Not enough answers', below: ['3 answered; 5 are needed.'] });
  });

  it('does not say that few answered where many did and could not rate', () => {
    const factors = statuses.too_few.factors.map((factor) => ({ ...factor, dk: 9, na: 0 }));
    expect(said({ ...statuses.too_few, factors }).below).toEqual([
      'Fewer than 5 people rated any question themselves; 5 are needed.',
    ]);
  });

  it.each([
    [{ dk: 14, na: 1 }, 'We need to know more: Does the law leave room?'],
    [{ dk: 2, na: 9 }, 'Does this apply? Does the law leave room?'],
    [{ dk: 2, na: 1 }, 'Too few answered: Does the law leave room?'],
  ])('says by the largest count why too little is known: %o', (counts, largest) => {
    const factors = statuses.unknown.factors.map((factor) => (factor.id === 'legal' ? { ...factor, ...counts, n: 8 } : factor));
    expect(said({ ...statuses.unknown, factors }).largest).toBe(largest);
  });

  it('gives as the reason only what is so of each question it names', () => {
    const counts: { readonly [id: string]: Partial<FactorResult> } = {
      legal: { unknown: 'dont_know', n: 3, dk: 14, na: 1 },
      time: { unknown: 'not_applicable', n: 4, dk: 3, na: 11 },
      innovation: { unknown: 'few', n: 10, dk: 4, na: 0 },
    };
    const factors = statuses.unknown.factors.map((factor) => ({ ...factor, unknown: false as const, ...counts[factor.id] }));
    expect(said({ ...statuses.unknown, critical: Object.keys(counts), factors })).toMatchObject({
      largest: 'We need to know more: Does the law leave room?',
      below: [
        'It could change the advice. Ask someone who knows to explain, then ask it again.',
        'Too few answered: Are new ideas needed?',
        'Does this apply? Is there enough time?',
      ],
    });
  });

  it('is where answers pull apart, with how many, and what hangs on it', () => {
    expect(said(statuses.split)).toMatchObject({
      kind: 'split',
      largest: 'You do not agree: Will power be shared?',
      below: ['8 yes, 5 no.', 'If yes: Co-produce. If no: Consult or engage instead.'],
    });
  });

  it('says "if yes" and "if no" only where the advice hangs on that question alone', () => {
    const more = { ...statuses.split, critical: ['power', 'legal'] };
    expect(said(more).below).toEqual(['8 yes, 5 no.', 'From "Consult or engage instead" to "Co-produce".']);
    const partly = { ...statuses.split, factors: statuses.split.factors.map((factor) => (factor.id === 'power' ? { ...factor, l2: 10 } : factor)) };
    expect(said(partly).below[1]).toMatch(/^From/);
  });

  it('counts three questions or more, and lists them', () => {
    expect(said(statuses.splits)).toMatchObject({
      largest: 'You do not agree on 3 questions',
      list: ['Will power be shared?', 'Is there enough time?', 'Does the law leave room?'],
      below: ['From "Consult or engage instead" to "Co-produce, once the conditions are met".'],
    });
  });

  it("is that groups do not agree, and each group's own advice", () => {
    expect(said(statuses.groups)).toMatchObject({
      kind: 'groups',
      largest: 'Groups do not agree',
      below: [
        'All together: Co-produce, once the conditions are met.',
        'People with lived experience: Consult or engage instead',
        'Frontline staff: Co-produce, once the conditions are met',
        'Senior leaders: Co-produce',
      ],
    });
  });

  it('is the advice, and what it is close on', () => {
    expect(said(statuses.close).below).toEqual(['It is close: Is there enough time?']);
    expect(said(statuses.close).largest).toMatch(/^First: /);
    const unknown = { ...statuses.close, critical: [], factors: statuses.firm.factors.map((factor) => (factor.id === 'legitimacy' ? { ...factor, unknown: 'few' as const } : factor)) };
    expect(said(unknown).below).toEqual(['Not known: Is more trust needed?', 'This alone changes nothing.']);
  });

  it('is the advice that a small shift would not change, and what is still split', () => {
    expect(said(statuses.firm).below).toEqual(['A small shift on one question would not change this.']);
    const factors = statuses.firm.factors.map((factor) => (factor.id === 'innovation' ? { ...factor, disagreement: true } : factor));
    expect(said({ ...statuses.firm, factors }).below[1]).toBe('Still split: Are new ideas needed?');
  });

  it('is the decision once there is one, then the advice and its status', () => {
    const decided = { ...view, decision };
    expect(said(statuses.close, decided)).toMatchObject({
      kind: 'decided',
      largest: 'You decided: Design part of it together.',
      below: [
        'The advice was: First: find money and people, and offer training, or set the expert part apart. Then co-produce.',
        'It is close: Is there enough time?',
      ],
    });
    expect(said(statuses.split, decided).below[0]).toBe('There was no agreed advice: Will power be shared?');
    expect(said(statuses.groups, decided).below[0]).toBe('There was no agreed advice: groups do not agree.');
    expect(said(statuses.too_few, decided).below).toEqual(['There was no advice.', 'Not enough answers']);
    expect(said(statuses.split, { ...view, decision: bothViews })).toMatchObject({ kind: 'both_views', largest: 'You wrote down both views.' });
  });

  it('is the advice as of now where answers were shown after the decision', () => {
    const since = { ...view, decision, answers_newer: true } as const;
    expect(said(statuses.close, since).below).toEqual([
      'Answers changed after this decision.',
      'The advice is now: First: find money and people, and offer training, or set the expert part apart. Then co-produce.',
      'It is close: Is there enough time?',
    ]);
    expect(said(statuses.split, since).below[1]).toBe('There is no agreed advice now: Will power be shared?');
    expect(said(statuses.splits, since).below[1]).toBe('There is no agreed advice now, because of 3 questions:');
    expect(said(statuses.groups, since).below[1]).toBe('There is no agreed advice now: groups do not agree.');
    expect(said(statuses.too_few, since).below.slice(1)).toEqual(['There is no advice now.', 'Not enough answers']);
  });

  it('is still the advice as of now where the decision was kept after that, and as it was once it is changed', () => {
    const kept = { ...view, decision: { ...decision, kept: true } } as const;
    expect(said(statuses.close, kept).below.slice(0, 2)).toEqual([
      'You kept it when answers changed.',
      'The advice is now: First: find money and people, and offer training, or set the expert part apart. Then co-produce.',
    ]);
    expect(said(statuses.close, { ...kept, answers_newer: true }).below[0]).toBe('Answers changed after this decision.');
    expect(said(statuses.close, { ...view, decision }).below[0]).toMatch(/^The advice was: /);
  });

  it('lists what each group comes to under a decision', () => {
    const [line, ...more] = spokenOf(statuses.groups, { ...view, decision }, words).below;
    expect(more).toEqual([]);
    expect(line?.list).toEqual(spokenOf(statuses.groups, view, words).below.map(({ text }) => text));
  });

  it('keeps the warning about the name, and says why it was given', () => {
    const warning = (more: object) => spokenOf(statuses.firm, { ...view, decision: { ...decision, ...more } }, words).warning;
    expect(warning({})).toBeUndefined();
    expect(warning({ warned: true })).toMatch(/not what you decided/);
    expect(warning({ warned: true, approach: 4, shared: ['design'] })).toMatch(/decisions are not shared/);
    expect(warning({ warned: true, approach: 4, shared: ['decisions'] })).toMatch(/not the advice when this was decided/);
  });
});

describe('what speaks second', () => {
  it('is whose view is missing', () => {
    expect(notHeardOf(statuses.split, words)).toBe('Not heard: people with lived experience · deciders (too few to count)');
    expect(notHeardOf({ ...statuses.firm, flags: ['lived_experience_unheard'] }, words)).toBe(
      'Not heard: people with lived experience (too few to count)',
    );
    expect(notHeardOf(statuses.firm, words)).toBeUndefined();
    expect(notHeardOf(statuses.too_few, words)).toBeUndefined();
  });
});

// Every combination, more than an engine can give: what holds for all of them holds for its results.
const STATUSES: readonly Status[] = ['incomplete', 'too_few', 'not_agreed', 'close_call', 'firm'];
const LEVELS: readonly (Level | null)[] = [null, 0, 1, 2, 3, 4];
const RANGES: readonly Result['range'][] = [null, [0, 4], [1, 3], [2, 2]];
const CRITICAL: readonly Result['critical'][] = [null, [], ['power'], ['power', 'time'], ['power', 'time', 'legal', 'innovation']];
const FACTORS: readonly Partial<FactorResult>[] = [{}, { disagreement: true }, { unknown: 'dont_know', dk: 9 }, { zone: null, counts: null, disagreement: null }];
const FACTOR_LISTS = FACTORS.map((more) => statuses.firm.factors.map((factor) => ({ ...factor, ...more })));
const GROUPS: readonly Result['groups'][] = [[], [{ id: 'lived', level: 0 }, { id: 'staff', level: 4 }, { id: 'leaders', level: null }]];

function* everyResult(): Generator<Result> {
  for (const status of STATUSES)
    for (const level of LEVELS)
      for (const range of RANGES)
        for (const critical of CRITICAL)
          for (const factors of FACTOR_LISTS)
            for (const groups of GROUPS)
              yield { ...statuses.firm, status, level, range, critical, factors, groups, ceiling: status === 'incomplete' ? 2 : null };
}

describe.each(Object.keys(languages) as Language[])('the largest words in %s', (language) => {
  const own = wordsIn(language);
  const advice = ([0, 1, 2, 3, 4] as const).flatMap((level) => [
    own.say(`level.${level}.name`),
    ...(level === 3 ? [own.say('level.3.title', { do: '' }).slice(-14)] : [own.say(`level.${level}.title`)]),
  ]);
  const lowered = advice.map((each) => each.toLowerCase());
  const names = (text: string) => lowered.some((each) => text.toLowerCase().includes(each));

  it('name an advice only where it is agreed or a decision is recorded', () => {
    let named = 0;
    const wrong: string[] = [];
    for (const result of everyResult()) {
      const { largest } = spokenOf(result, view, own);
      const agreed = result.level !== null && (result.status === 'firm' || result.status === 'close_call');
      if (names(largest.text)) named += 1;
      const right = names([largest.text, ...(largest.list ?? [])].join(' ')) === agreed;
      if (!right || /\{|\byet\b|undefined/.test(largest.text)) wrong.push(`${result.status} ${result.level}: ${largest.text}`);
    }
    expect(wrong).toEqual([]);
    expect(named).toBeGreaterThan(0);
  });

  it('name what was decided, whatever the status', () => {
    const decided = { ...view, decision };
    const said = new Set(Array.from(everyResult(), (result) => spokenOf(result, decided, own).largest.text));
    expect([...said]).toEqual([own.say('result.decided.approach', { approach: own.say('level.2.name') })]);
  });
});
