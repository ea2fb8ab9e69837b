import { afterEach, describe, expect, it } from 'vitest';

import { FIRST_SEAT, keptFor, randomHex } from '../../src/client/storage.ts';

const workshop = 'ab'.repeat(16);
afterEach(() => localStorage.clear());

describe('keptFor', () => {
  it('finds after a reload what it kept, and only of its own workshop', () => {
    keptFor(workshop).set('answer.time.1', 'x');
    keptFor('cd'.repeat(16)).set('answer.time.1', 'y');
    expect(keptFor(workshop).all()).toEqual({ 'answer.time.1': 'x' });
  });

  it('forgets what is removed', () => {
    const kept = keptFor(workshop);
    kept.set('a', '1');
    kept.remove('a');
    expect([kept.all(), keptFor(workshop).all()]).toEqual([{}, {}]);
  });

  it('reads again what another tab has changed', () => {
    const here = keptFor(workshop);
    keptFor(workshop).set('a', '1');
    here.reload();
    expect(here.all()).toEqual({ a: '1' });
  });

  it('keeps what belongs to each person on a phone apart', () => {
    keptFor(workshop).set('secret', 'first');
    keptFor(workshop, 2).set('secret', 'second');
    expect(keptFor(workshop).all()).toEqual({ secret: 'first' });
    expect(keptFor(workshop, 2).all()).toEqual({ secret: 'second' });
  });

  it('goes on in memory when the browser refuses, and says so', () => {
    const full = Object.create(localStorage, {
      length: { get: () => 0 },
      setItem: { value: () => { throw new DOMException('full', 'QuotaExceededError'); } },
    }) as Storage;
    const kept = keptFor(workshop, FIRST_SEAT, full);
    expect(kept.lasting).toBe(true);
    kept.set('a', '1');
    kept.reload();
    expect([kept.all(), kept.lasting]).toEqual([{ a: '1' }, false]);
  });

  it('goes on in memory when the browser lets nothing be read', () => {
    const deny = () => { throw new DOMException('denied', 'SecurityError'); };
    const closed = Object.create(localStorage, {
      length: { get: deny },
      ...Object.fromEntries(['key', 'getItem', 'setItem', 'removeItem'].map((name) => [name, { value: deny }])),
    }) as Storage;
    const kept = keptFor(workshop, FIRST_SEAT, closed);
    kept.set('a', '1');
    kept.set('b', '2');
    kept.remove('b');
    kept.reload();
    expect([kept.all(), kept.lasting]).toEqual([{ a: '1' }, false]);
  });
});

describe('randomHex', () => {
  it('gives as many bytes as asked for, never the same twice', () => {
    expect(randomHex(32)).toMatch(/^[0-9a-f]{64}$/);
    expect(randomHex(16)).not.toBe(randomHex(16));
  });
});
