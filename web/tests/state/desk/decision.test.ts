import { describe, expect, it } from 'vitest';

import { resultOf } from '../../../src/fixtures/workshop.ts';
import {
  decisionDraft,
  decisionOf,
  differs,
  readsLikeCoproduction,
  rebadging,
  withShared,
  type DecisionDraft,
} from '../../../src/state/desk/decision.ts';
import type { Result } from '../../../src/state/model/types.ts';

const advised = (level: Result['level']): Result => ({ ...resultOf.firm, level });
const draft = (more: Partial<DecisionDraft> = {}): DecisionDraft => ({ approach: 3, shared: ['decisions'], name: '', why: '', ...more });

describe('readsLikeCoproduction', () => {
  it.each([
    'Co-production of the sanctuary', 'coproducing it', 'We CO PRODUCE', 'Our co‑production board', 'Cydgynhyrchu', 'ein cyd-gynhyrchu',
    'Y gydgynhyrchiad', 'ei chydgynhyrchu', 'fy nghyd-gynhyrchu',
  ])('hears it in %s', (name) => expect(readsLikeCoproduction(name)).toBe(true));

  it.each(['Taco production', 'Designing together', 'Production', 'Cynhyrchu gyda phobl', ''])('does not hear it in %s', (name) =>
    expect(readsLikeCoproduction(name)).toBe(false),
  );
});

describe('rebadging', () => {
  const named = draft({ name: 'Co-production panel' });

  it('warns where the advice is below co-production, or decisions are not shared', () => {
    expect(rebadging(named, advised(2))).toBe('not_advised');
    expect(rebadging({ ...named, shared: ['design'] }, advised(4))).toBe('not_shared');
    expect(rebadging({ ...named, shared: [] }, undefined)).toBe('not_shared');
  });

  it('is silent where the name is true, or is another', () => {
    expect(rebadging(named, advised(3))).toBeUndefined();
    expect(rebadging(draft({ name: 'Listening days', shared: [] }), advised(1))).toBeUndefined();
  });
});

describe('decisionOf', () => {
  it('needs an approach', () => {
    expect(decisionOf(draft({ approach: undefined }), advised(3))).toBeUndefined();
  });

  it('leaves out what is empty, and a reason that nothing asks for', () => {
    expect(decisionOf(draft({ why: 'left from before' }), advised(3))).toEqual({ approach: 3, shared: ['decisions'] });
  });

  it('says why it differs, and that the group was warned', () => {
    const written = draft({ approach: 4, name: ' Co-production ', why: ' We trust each other. ' });
    expect(decisionOf(written, advised(2))).toEqual({
      approach: 4,
      shared: ['decisions'],
      name: 'Co-production',
      why: 'We trust each other.',
      warned: true,
    });
  });
});

it('begins with the advice, and with what is recorded once there is something', () => {
  expect(decisionDraft(undefined, advised(2))).toEqual({ approach: 2, shared: [], name: '', why: '' });
  expect(decisionDraft(undefined, advised(null)).approach).toBeUndefined();
  const recorded = { approach: 1, shared: ['design'], name: 'Listening days' } as const;
  expect(decisionDraft(recorded, advised(2))).toEqual({ approach: 1, shared: ['design'], name: 'Listening days', why: '' });
});

it('differs only from advice that was given', () => {
  expect(differs(draft({ approach: 2 }), advised(3))).toBe(true);
  expect(differs(draft({ approach: 3 }), advised(3))).toBe(false);
  expect(differs(draft({ approach: 3 }), advised(null))).toBe(false);
});

it('keeps the three in their order, however they are ticked', () => {
  expect(withShared(['delivery'], 'design', true)).toEqual(['design', 'delivery']);
  expect(withShared(['design', 'delivery'], 'design', false)).toEqual(['delivery']);
});
