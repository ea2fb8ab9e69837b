import { beforeEach, describe, expect, it } from 'vitest';

import { decisionDraft } from '../../../src/state/desk/decision.ts';
import { changedMeanwhile, isRecorded, isUnrecorded, keepDecision, keptDecision, sameDecision } from '../../../src/state/desk/decision_kept.ts';

const recorded = { approach: 3, shared: ['design', 'decisions'], name: 'Listening days' } as const;
const draft = { ...decisionDraft(recorded), name: 'Another name' };

beforeEach(() => sessionStorage.clear());

describe('a decision that is being written', () => {
  it('is there again in the same tab, for its own workshop', () => {
    keepDecision('one', { draft, from: recorded });
    expect(keptDecision('one')).toEqual({ draft, from: recorded });
    expect(keptDecision('two')).toBeUndefined();
    keepDecision('one', undefined);
    expect(keptDecision('one')).toBeUndefined();
  });

  it('is nothing where what is stored cannot be read', () => {
    sessionStorage.setItem('quorate.decision.one', '{');
    expect(keptDecision('one')).toBeUndefined();
  });

  it('is recorded once the room has what was sent, however it is spelled', () => {
    const written = { draft, from: recorded, sent: { ...recorded, name: 'Another name' } };
    expect(isRecorded(written, recorded)).toBe(false);
    expect(isRecorded(written, { name: 'Another name', shared: ['decisions', 'design'], approach: 3, tasks: [] })).toBe(true);
    expect(sameDecision(recorded, { ...recorded, warned: true })).toBe(false);
  });

  it('knows that another one was recorded since', () => {
    expect(changedMeanwhile({ draft, from: recorded }, recorded)).toBe(false);
    expect(changedMeanwhile({ draft, from: recorded }, { ...recorded, approach: 2 })).toBe(true);
    expect(changedMeanwhile({ draft }, recorded)).toBe(true);
    expect(changedMeanwhile({ draft }, undefined)).toBe(false);
  });

  it('is unrecorded as far as it says something else', () => {
    expect(isUnrecorded(undefined, recorded)).toBe(false);
    expect(isUnrecorded({ draft: decisionDraft(recorded), from: recorded }, recorded)).toBe(false);
    expect(isUnrecorded({ draft, from: recorded }, recorded)).toBe(true);
  });
});
