// @vitest-environment node
import { describe, expect, it } from 'vitest';

import english from '../../../shared/messages/en.json';
import { appManifest, withVersion } from '../../site/app.ts';

describe("the app's manifest", () => {
  it('opens the start page in a window of its own, under its name', () => {
    expect(appManifest(english)).toMatchObject({
      name: 'Quorate',
      description: english['home.title'],
      start_url: '/',
      scope: '/',
      display: 'standalone',
    });
  });
});

describe('the version in the service worker', () => {
  const worker = 'const version = "quorate-{{version}}";';

  it('changes with every file, its name and its content', () => {
    const one = withVersion(worker, { 'a.js': 'a', 'b.js': 'b' });
    expect(one).toMatch(/^const version = "quorate-[0-9a-f]{16}";$/);
    expect(withVersion(worker, { 'b.js': 'b', 'a.js': 'a' })).toBe(one);
    expect(withVersion(worker, { 'a.js': 'a', 'b.js': 'c' })).not.toBe(one);
    expect(withVersion(worker, { 'a.js': 'a', 'c.js': 'b' })).not.toBe(one);
    expect(withVersion(worker, { 'a.js': 'ab', 'b.js': '' })).not.toBe(withVersion(worker, { 'a.js': 'a', 'b.js': 'b' }));
  });

  it('is not left out', () => {
    expect(() => withVersion('const version = 1;', {})).toThrow('no place for the version');
  });
});
