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

function ballots(draw, people, groups = demo.groups, ids = factorIds) {
  return Array.from({ length: people }, () => {
    const group = draw(groups.length);
    const lowest = 1 + draw(7);
    return {
      group: groups[group].id,
      ...(draw(4) === 0 ? { proxy: draw(2) === 0 } : {}),
      ratings: Object.fromEntries(
        ids.map((id) => [
          id,
          draw(12) === 0 ? ['dk', 'na', null][draw(3)] : Math.min(9, lowest + draw(9) + (group % 2)),
        ]),
      ),
    };
  });
}

const ROLES = ['blocking', 'limiting', 'fixable', 'case_for'];

// Factors, groups and k of chance; some factors have the names that rules are about.
function ownWorkshop(draw) {
  const factors = Array.from({ length: 2 + draw(12) }, (_, i) => ({
    id: draw(2) === 0 && i < factorIds.length ? factorIds[i] : `own${i}`,
    role: i === 0 ? 'blocking' : i === 1 ? 'case_for' : ROLES[draw(4)],
    weight: 1 + draw(9),
    reversed: draw(4) === 0,
    judged_by_holders: draw(4) === 0,
  }));
  const groups = Array.from({ length: 1 + draw(12) }, (_, i) => ({
    id: `g${i}`,
    lived_experience: draw(2) === 0,
    holds_decision: draw(3) === 0,
  }));
  const ids = factors.map(({ id }) => id);
  const people = () => ballots(draw, draw(60), groups, ids);
  return { factors, groups, min_group: 2 + draw(7), open: true, ballots: people(), previous: { ballots: people() } };
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
      if (i % 2 === 1) return { call: 'evaluate', text: JSON.stringify(ownWorkshop(draw)) };
      const input = { ...demo, ballots: ballots(draw, 3 + draw(60)) };
      if (i % 3 === 0) input.previous = { ballots: ballots(draw, 30) };
      if (i % 4 === 0) input.pending = factorIds.slice(0, 1 + draw(9));
      return { call: 'evaluate', text: JSON.stringify(input) };
    });
    for (const answer of compare(calls)) assert.equal(JSON.parse(answer).error, undefined);
  }
});

// Ratings with weights, as a histogram of the points 0 to 10, or 0 to 15 where they need it.
function spreadOut(ratings, weights, all) {
  const counts = new Array(all.some((rating) => rating > 10) ? 16 : 11).fill(0);
  ratings.forEach((rating, i) => (counts[rating] += weights[i]));
  return counts;
}

test('measures what other programs were asked', () => {
  const texts = ['agrmt', 'agrmt_patterns_k9', 'ram_percentiles', 'wasserstein1'].flatMap((name) =>
    JSON.parse(file(`vectors/${name}.json`)).vectors.map((vector) => {
      if (vector.histogram) return JSON.stringify({ histogram: vector.histogram });
      if (vector.histogram_x) {
        return JSON.stringify({ histogram: vector.histogram_x, other: vector.histogram_y });
      }
      const all = [...vector.ratings_x, ...vector.ratings_y];
      return JSON.stringify({
        histogram: spreadOut(vector.ratings_x, vector.weights_x, all),
        other: spreadOut(vector.ratings_y, vector.weights_y, all),
      });
    }),
  );
  assert.equal(texts.length, 480 + 511 + 218 + 59);
  const answers = compare(texts.map((text) => ({ call: 'measure', text })));
  const refused = answers.map((answer) => JSON.parse(answer).error).filter(Boolean);
  assert.equal(refused.length, 1, 'one of them needs more points than a measure takes');
});

const counts = [0, 0, 1, 0, 2, 0, 1, 2, 1];
const published = {
  enough: true,
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
  const wrong = ['', '{', '[]', '{}', '7', '{"histogram":[]}', '{"histogram":[1.5,2,3]}', `${'['.repeat(5000)}`, '{"ballots":1}', '{}\0', '\uFEFF{}', '{"weight":1e999}'];
  const calls = ['evaluate', 'evaluate_published', 'measure', 'what_if'].flatMap((call) =>
    wrong.map((text) => ({ call, text })),
  );
  for (const answer of compare(calls)) {
    assert.deepEqual(Object.keys(JSON.parse(answer)), ['error']);
  }
});
