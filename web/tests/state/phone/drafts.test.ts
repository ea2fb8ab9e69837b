import { describe, expect, it } from 'vitest';

import { createDrafts } from '../../../src/state/phone/drafts.ts';
import type { OwnQuestion } from '../../../src/state/phone/progress.ts';

const question = (more: Partial<OwnQuestion> = {}): OwnQuestion => ({
  id: 'time', position: 5, of: 10, state: 'open', round: 1, own: 'unanswered', ...more,
});

describe('drafts', () => {
  it('shows what was answered before until something else is chosen or written', () => {
    const drafts = createDrafts();
    const saved = question({ own: 'saved', value: 7, reason: 'So it is' });
    expect([drafts.chosen(saved), drafts.reason(saved), drafts.isUnsent(saved)]).toEqual([7, 'So it is', false]);
    drafts.write(saved, 'It is not');
    expect([drafts.reason(saved), drafts.isUnsent(saved)]).toEqual(['It is not', true]);
  });

  it('keeps the rounds of a question apart', () => {
    const drafts = createDrafts();
    drafts.choose(question(), 3);
    drafts.write(question(), 'Because');
    const second = question({ round: 2 });
    expect([drafts.chosen(second), drafts.reason(second), drafts.isUnsent(second)]).toEqual([undefined, '', false]);
  });

  it('has sent what is on its way, though the server has not told of it', () => {
    const drafts = createDrafts();
    drafts.choose(question(), 3);
    drafts.write(question(), 'Because');
    expect(drafts.isUnsent(question())).toBe(true);
    expect(drafts.send(question())).toEqual({ value: 3, reason: 'Because' });
    for (const own of ['sending', 'kept', 'refused', 'saved'] as const) {
      expect(drafts.isUnsent(question({ own, value: 3 }))).toBe(false);
    }
    drafts.write(question(), 'Because of it');
    expect(drafts.isUnsent(question({ own: 'saved', value: 3, reason: 'Because' }))).toBe(true);
  });

  it('has something to lose when only a reason was written, and sends nothing without a choice', () => {
    const drafts = createDrafts();
    drafts.write(question(), 'Because');
    expect(drafts.isUnsent(question())).toBe(true);
    expect(drafts.send(question())).toBeUndefined();
  });

  it('takes air alone for no reason', () => {
    const drafts = createDrafts();
    drafts.write(question({ own: 'saved', value: 3 }), '  \n');
    expect(drafts.isUnsent(question({ own: 'saved', value: 3 }))).toBe(false);
  });
});
