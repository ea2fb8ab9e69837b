// Writes the catalogue's sentences into the static pages: {{home.title}} becomes the English one, so
// that a page says what it has to before any script, from the same source as everything else.
import { readFileSync } from 'node:fs';

import type { Plugin } from 'vite';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** The page with every {{key}} filled in; refuses a key that the catalogue does not have. */
export function withWords(html: string, catalogue: Readonly<Record<string, unknown>>): string {
  return html.replace(/\{\{([\w.]+)\}\}/g, (_, key: string) => {
    const text = catalogue[key];
    if (typeof text !== 'string') throw new Error(`site: the catalogue has no ${key}`);
    if (text.includes('{')) throw new Error(`site: ${key} takes arguments`);
    return escaped(text);
  });
}

export function siteWords(catalogue: URL): Plugin {
  return {
    name: 'quorate-site-words',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        withWords(html, JSON.parse(readFileSync(catalogue, 'utf8')) as Readonly<Record<string, unknown>>),
    },
  };
}
