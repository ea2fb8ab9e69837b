import { describe, expect, it } from 'vitest';

import { errorsIn, PRESET_GROUPS, setupOf, type WorkshopDraft } from '../../src/state/new_workshop.ts';

const presets = { lived: { en: 'People with lived experience', cy: 'Pobl â phrofiad byw' } };

const draft = (more: Partial<WorkshopDraft> = {}): WorkshopDraft => ({
  title: ' Sanctuary ',
  question: 'Should we?',
  context: '',
  organisation: '',
  contact: '',
  languages: 'both',
  pace: 'together',
  minGroup: '5',
  groups: [{ key: 'lived', label: 'People with lived experience', livedExperience: true, holdsDecision: false }],
  ...more,
});

describe('errorsIn', () => {
  it('is content with a title', () => {
    expect(errorsIn(draft())).toEqual([]);
  });

  it('names every field to put right, in the order of the form', () => {
    const group = { livedExperience: false, holdsDecision: false };
    const groups = [
      { key: 'a', label: 'Staff', ...group },
      { key: 'b', label: ' staff ', ...group },
      { key: 'c', label: '  ', ...group },
    ];
    expect(errorsIn(draft({ title: ' ', groups, minGroup: '4' })).map(({ field, key }) => [field, key])).toEqual([
      ['title', 'new.field.title.error'],
      ['group-b', 'new.groups.error.same'],
      ['group-c', 'new.groups.error'],
      ['min-group', 'new.field.min_group.error'],
    ]);
  });

  it.each(['', '4', '21', '5.5', 'five', '1e1x'])('refuses %j as the smallest group', (minGroup) => {
    expect(errorsIn(draft({ minGroup }))).toHaveLength(1);
  });
});

describe('setupOf', () => {
  it('leaves out what was left empty and trims the rest', () => {
    const setup = setupOf(draft(), presets);
    expect(setup).toMatchObject({ title: { en: 'Sanctuary' }, languages: ['en', 'cy'], min_group: 5 });
    expect(Object.keys(setup)).not.toContain('context');
    expect(Object.keys(setup)).not.toContain('organisation');
  });

  it('gives a preset group its name in every language, a renamed one the name it was given', () => {
    expect(setupOf(draft(), presets)).toMatchObject({ groups: [{ id: 'lived', label: presets.lived, lived_experience: true }] });
    const renamed = [{ key: 'lived', label: 'Us', livedExperience: true, holdsDecision: false }];
    expect(setupOf(draft({ groups: renamed }), presets)).toMatchObject({ groups: [{ label: { en: 'Us' } }] });
  });

  it('writes in the one language chosen', () => {
    expect(setupOf(draft({ languages: 'cy' }), presets)).toMatchObject({ title: { cy: 'Sanctuary' }, languages: ['cy'] });
  });
});

it('starts with lived experience first and the deciders marked', () => {
  expect(PRESET_GROUPS[0]?.livedExperience).toBe(true);
  expect(PRESET_GROUPS.filter(({ holdsDecision }) => holdsDecision).map(({ key }) => key)).toEqual(['leaders', 'board']);
});
