import { expect, it } from 'vitest';

import { factorOfField } from '../../../src/state/new/fields.ts';
import { changed } from '../../../src/state/new/factor_list.ts';
import { refusedField } from '../../../src/state/new/refused_field.ts';
import { draft, standard } from './drafts.ts';

const leftOut = changed(standard.factors, 'social_complexity', { leftOut: true });
const form = draft({ languages: ['en', 'cy'], factors: leftOut });

it.each([
  ['title', 'title-en'],
  ['title.cy', 'title-cy'],
  ['context.en', 'context-en'],
  ['organisation', 'organisation'],
  ['min_group', 'min-group'],
  ['closing_ms', 'closing'],
  ['groups[1].label', 'group-carers-en'],
  ['groups[1].label.cy', 'group-carers-cy'],
  ['groups', 'add-group'],
  ['factors', 'add-factor'],
  ['factors[0].question.cy', 'factor-legitimacy-question-cy'],
  ['factors[1].hint', 'factor-power-hint-en'],
  ['factors[1].role', 'factor-power-role'],
  ['factors[1].facts[2].text.cy', 'factor-power-fact-2-text-cy'],
  ['factors[1].facts[2].source', 'factor-power-fact-2-source'],
])('finds the field of %s', (path, field) => {
  expect(refusedField(path, form)).toBe(field);
});

it.each(['', 'ruleset.id', 'groups[99].label', 'constructor'])('has no field for %j', (path) => {
  expect(refusedField(path, form)).toBeUndefined();
});

it('knows which question a field belongs to, though one name begins like another', () => {
  expect(factorOfField('factor-own_10-question-en', ['own_1', 'own_10'])).toBe('own_10');
  expect(factorOfField('title-en', ['own_1'])).toBeUndefined();
});
