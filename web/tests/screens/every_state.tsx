import { render } from 'preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import english from '../../../shared/messages/en.json';
import { SCREENS } from '../../src/fixtures/screens.tsx';
import { languages, type Language } from '../../src/generated/languages.ts';
import type { Bundle } from '../../src/generated/keys.ts';
import { say, startWords, useLanguage } from '../../src/words/say.ts';

const KEYS: ReadonlySet<string> = new Set(Object.keys(english).filter((key) => key.includes('.')));

/** Screens that say that they are loading. */
const WAITING = /loading|connecting/;

function drawn(name: string): HTMLElement {
  const root = document.createElement('main');
  document.body.append(root);
  render(SCREENS[name]?.draw() ?? null, root);
  return root;
}

/** Parts that come late are there once they have been fetched, however long that takes within a test. */
const PART_COMES = { timeout: 4_500, interval: 5 };

/** The keys that stand for themselves, instead of their sentences. Text by text: what ends one and begins the next
 *  ("… their answer.", "4") is no key. */
function keysDrawn(node: Node): readonly string[] {
  if (node.nodeType === Node.TEXT_NODE) return ((node as Text).data.match(/[a-z]\w*(\.\w+)+/g) ?? []).filter((word) => KEYS.has(word));
  return [...node.childNodes].flatMap(keysDrawn);
}

/** Draws these screens in both languages with no more sentences than their page has fetched: each page
 *  has a test file, and so a catalogue, of its own. */
export function testScreens(names: readonly string[], bundles: readonly Bundle[]): void {
  // Taken down, or every one would be drawn anew in the other language.
  afterEach(() => {
    for (const root of document.body.children) render(null, root);
    document.body.replaceChildren();
  });
  beforeAll(() => startWords(...bundles));
  describe.each(Object.keys(languages) as Language[])('in %s', (language) => {
    it.each(names)('%s has all its sentences, one main heading, and names for its controls', async (name) => {
      await useLanguage(language);
      const root = drawn(name);
      if (!WAITING.test(name)) await vi.waitUntil(() => !(root.textContent ?? '').includes(say('ui.loading')), PART_COMES);
      const text = root.textContent ?? '';
      expect(text.length).toBeGreaterThan(20);
      expect(keysDrawn(root)).toEqual([]);
      expect(text).not.toContain('{'); // an argument that was not filled in
      expect(root.querySelectorAll('h1')).toHaveLength(1);
      const nameless = [...root.querySelectorAll('button, a')].filter(
        (control) => (control.getAttribute('aria-label') ?? control.textContent ?? '').trim() === '',
      );
      expect(nameless.map(({ outerHTML }) => outerHTML)).toEqual([]);
      const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
      const known = new Set(ids);
      expect(known.size).toBe(ids.length);
      const named = [...root.querySelectorAll('[aria-labelledby], [aria-describedby]')].flatMap((labelled) =>
        `${labelled.getAttribute('aria-labelledby') ?? ''} ${labelled.getAttribute('aria-describedby') ?? ''}`.trim().split(/\s+/),
      );
      expect(named.filter((id) => !known.has(id))).toEqual([]);
    });
  });
}
