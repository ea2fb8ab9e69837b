import { render } from 'preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import english from '../../../shared/messages/en.json';
import { SCREENS } from '../../src/fixtures/screens.tsx';
import { languages, type Language } from '../../src/generated/languages.ts';
import type { Bundle } from '../../src/generated/keys.ts';
import { learn, startWords, useLanguage } from '../../src/words/say.ts';

const KEYS = Object.keys(english).filter((key) => key.includes('.'));

/** What each page loads: src/entries. */
const BUNDLES = {
  phone: ['home', 'phone', 'factors', 'results'],
  desk: ['desk', 'results', 'names', 'factors'],
  wall: ['wall', 'results', 'factors'],
  new: ['new', 'factors'],
} as const satisfies { readonly [page: string]: readonly Bundle[] };

function bundlesOf(name: string): readonly Bundle[] {
  if (name.startsWith('new') || name === 'links') return BUNDLES.new;
  return BUNDLES[SCREENS[name]?.page ?? 'phone'];
}

function drawn(name: string): HTMLElement {
  const root = document.createElement('main');
  document.body.append(root);
  render(SCREENS[name]?.draw() ?? null, root);
  return root;
}

afterEach(() => document.body.replaceChildren());

describe.each(Object.keys(languages) as Language[])('every screen in every state in %s', (language) => {
  beforeAll(async () => {
    await startWords();
  });

  it.each(Object.keys(SCREENS))('%s has all its sentences, one main heading, and names for its controls', async (name) => {
    await useLanguage(language);
    await learn(...bundlesOf(name));
    const root = drawn(name);
    const text = root.textContent ?? '';
    expect(text.length).toBeGreaterThan(20);
    expect(KEYS.filter((key) => text.includes(key))).toEqual([]); // instead of their sentences
    expect(text).not.toContain('{'); // an argument that was not filled in
    expect(root.querySelectorAll('h1')).toHaveLength(1);
    for (const control of root.querySelectorAll('button, a')) {
      expect((control.getAttribute('aria-label') ?? control.textContent ?? '').trim()).not.toBe('');
    }
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const labelled of root.querySelectorAll('[aria-labelledby], [aria-describedby]')) {
      const named = `${labelled.getAttribute('aria-labelledby') ?? ''} ${labelled.getAttribute('aria-describedby') ?? ''}`;
      for (const id of named.trim().split(/\s+/)) expect(ids, `${labelled.tagName} names #${id}`).toContain(id);
    }
  });
});
