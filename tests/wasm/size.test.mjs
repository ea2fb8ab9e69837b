// What a phone has to load first, and what it loads at the first reveal.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { moduleFile } from './modules.mjs';

const most = { client: 36 * 1024, engine: 60 * 1024 };

for (const [name, bytes] of Object.entries(most)) {
  test(`${name} is sent in at most ${bytes} bytes`, () => {
    const sent = brotliCompressSync(readFileSync(moduleFile(name))).length;
    assert.ok(sent > 1024 && sent <= bytes, `${sent} bytes`);
  });
}
