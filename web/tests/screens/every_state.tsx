import { render } from 'preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import english from '../../../shared/messages/en.json';
import { SCREENS } from '../../src/fixtures/screens.tsx';
import { languages, type Language } from '../../src/generated/languages.ts';
import type { Bundle } from '../../src/generated/keys.ts';
import { say, startWords, useLanguage } from '../../src/words/say.ts';

const KEYS = Object.keys(english).filter((key) => key.includes('.'));

/** Screens that say that they are loading. */
const WAITING = /loading|connecting/;

function drawn(name: string): HTMLElement {
  const root = document.createElement('main');
  document.body.append(root);
  render(SCREENS[name]?.draw() ?? null, root);
  return root;
}

/** Draws these screens in both languages with no more sentences than their page has fetched: each page
 *  has a test file, and so a catalogue, of its own. */
export function testScreens(names: readonly string[], bundles: readonly Bundle[]): void {
  afterEach(() => document.body.replaceChildren());
  beforeAll(() => startWords(...bundles));
  describe.each(Object.keys(languages) as Language[])('in %s', (language) => {
    it.each(names)('%s has all its sentences, one main heading, and names for its controls', async (name) => {
      await useLanguage(language);
      const root = drawn(name);
      if (!WAITING.test(name)) await vi.waitFor(() => expect(root.textContent).not.toContain(say('ui.loading')));
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
}
