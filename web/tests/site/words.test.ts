// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { withWords } from '../../site/words.ts';

const catalogue = { 'a.b': 'Say "yes" & <go>', 'a.c': 'Hello {name}' };

describe('withWords', () => {
  it('writes the sentence in, safe as text and as an attribute', () => {
    expect(withWords('<h1>{{a.b}}</h1>', catalogue)).toBe('<h1>Say &quot;yes&quot; &amp; &lt;go&gt;</h1>');
  });

  it('refuses a key that is not there, and a sentence with arguments', () => {
    expect(() => withWords('{{a.x}}', catalogue)).toThrow('a.x');
    expect(() => withWords('{{a.c}}', catalogue)).toThrow('a.c');
  });
});

const folder = new URL('../../', import.meta.url);
const english = JSON.parse(readFileSync(new URL('../shared/messages/en.json', folder), 'utf8')) as Record<string, unknown>;

describe.each(readdirSync(folder).filter((name) => name.endsWith('.html')))('%s', (name) => {
  const html = readFileSync(new URL(name, folder), 'utf8');

  it('takes every sentence from the catalogue', () => {
    expect(withWords(html, english)).not.toContain('{{');
  });

  it('has nothing that the policy refuses', () => {
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=/);
  });
});
