// The module `engine` gives the bytes of the native engine.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dice, load, nativeAnswers } from './modules.mjs';

const file = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const module = await load('engine', 'quorate_engine_');

function compare(calls) {
  const answers = calls.map(({ call, text }) => module(call, text));
  const expected = nativeAnswers(calls);
  answers.forEach((answer, i) => assert.equal(answer, expected[i], calls[i].text.slice(0, 300)));
  return answers;
}

const demo = JSON.parse(file('data/crisis-sanctuary.json'));
const factorIds = Object.keys(demo.ballots[0].ratings);

function ballots(draw, people) {
  return Array.from({ length: people }, () => ({
    group: demo.groups[draw(demo.groups.length)].id,
    ratings: Object.fromEntries(
      factorIds.map((id) => [id, draw(12) === 0 ? ['dk', 'na'][draw(2)] : 1 + draw(9)]),
    ),
  }));
}

test('evaluates the demonstration', () => {
  const [answer] = compare([{ call: 'evaluate', text: JSON.stringify(demo) }]);
  assert.ok(answer.endsWith('}\n'));
  assert.equal(JSON.parse(answer).n, 24);
});

// As many as the native program is asked at once: its answers are held in memory.
const BATCH = 500;
const WORKSHOPS = 10_000;

test('evaluates ten thousand workshops of chance, with rounds before and questions to come', () => {
  const draw = dice(2);
  for (let done = 0; done < WORKSHOPS; done += BATCH) {
    const calls = Array.from({ length: BATCH }, (_, i) => {
      const input = { ...demo, ballots: ballots(draw, 3 + draw(60)) };
      if (i % 3 === 0) input.previous = { ballots: ballots(draw, 30) };
      if (i % 4 === 0) input.pending = factorIds.slice(0, 1 + draw(9));
      return { call: 'evaluate', text: JSON.stringify(input) };
    });
    compare(calls);
  }
});

test('measures what other programs were asked', () => {
  const texts = ['agrmt', 'agrmt_patterns_k9', 'ram_percentiles', 'wasserstein1'].flatMap((name) =>
    JSON.parse(file(`vectors/${name}.json`)).vectors.map(({ histogram, histogram_x, histogram_y }) =>
      JSON.stringify(histogram ? { histogram } : { histogram: histogram_x, other: histogram_y }),
    ),
  );
  assert.ok(texts.length > 1000);
  compare(texts.map((text) => ({ call: 'measure', text })));
});

const counts = [0, 0, 1, 0, 2, 0, 1, 2, 1];
const published = {
  setup: {
    factors: [
      { id: 'power', role: 'blocking', judged_by_holders: true },
      { id: 'innovation', role: 'case_for' },
    ],
    groups: [{ id: 'staff' }, { id: 'leaders', holds_decision: true }],
    min_group: 5,
  },
  factors: [
    { n: 7, dk: 1, na: 0, counts, cells: [{ counts, groups: [0, 1] }] },
    { n: 7, dk: 0, na: 0, counts, cells: [{ counts, groups: [0, 1] }] },
  ],
};

test('evaluates a published value and what if it were otherwise', () => {
  const whatIf = (medians) => ({ call: 'what_if', text: JSON.stringify({ published, medians }) });
  const answers = compare([
    { call: 'evaluate_published', text: JSON.stringify(published) },
    whatIf({}),
    whatIf({ power: 2 }),
    whatIf({ power: 18, innovation: 18 }),
  ]).map((answer) => JSON.parse(answer));
  assert.ok(answers.every((answer) => answer.error === undefined), JSON.stringify(answers));
  assert.equal(answers[2].level, 1);
  assert.equal(answers[3].level, 4);
});

test('says what is wrong with an input in one sentence', () => {
  const wrong = ['', '{', '[]', '{}', '7', '{"histogram":[]}', '{"histogram":[1.5,2,3]}', `${'['.repeat(5000)}`, '{"ballots":1}'];
  const calls = ['evaluate', 'evaluate_published', 'measure', 'what_if'].flatMap((call) =>
    wrong.map((text) => ({ call, text })),
  );
  for (const answer of compare(calls)) {
    assert.deepEqual(Object.keys(JSON.parse(answer)), ['error']);
  }
});
