import { describe, expect, it } from 'vitest';

import { merged, type Json } from '../../src/client/merge.ts';

describe('merged', () => {
  it.each<[Json, Json, Json]>([
    // The examples of RFC 7396, appendix A.
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [['a', 'b'], ['c', 'd'], ['c', 'd']],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j gives %j', (target, patch, result) => {
    expect(merged(target, patch)).toEqual(result);
  });

  it('leaves the target as it was', () => {
    const target = { a: { b: 1 } };
    merged(target, { a: { b: 2 } });
    expect(target).toEqual({ a: { b: 1 } });
  });

  it('keeps the identity of every part that does not change', () => {
    const target = { view: { setup: { title: 'x' }, joined: 3, questions: { time: { n: 1 }, legal: { n: 2 } } } };
    const after = merged(target, { view: { joined: 4, questions: { time: { n: 9 } } } }) as typeof target;
    expect(after).not.toBe(target);
    expect(after.view.setup).toBe(target.view.setup);
    expect(after.view.questions.legal).toBe(target.view.questions.legal);
    expect(after.view.questions.time).not.toBe(target.view.questions.time);
  });

  it('gives the target itself for a patch that says nothing new', () => {
    const target = { a: { b: [1, { c: 2 }] }, d: 'e' };
    expect(merged(target, { a: { b: [1, { c: 2 }] }, d: 'e', missing: null })).toBe(target);
  });
});
