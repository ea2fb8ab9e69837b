import { describe, expect, it } from 'vitest';

import { linkSentence, ownSentence, stopOf } from '../../src/state/own_sentence.ts';
import type { OwnQuestion } from '../../src/state/progress.ts';

const question = (more: Partial<OwnQuestion>): OwnQuestion => ({
  id: 'time', position: 5, of: 10, state: 'open', round: 1, own: 'unanswered', ...more,
});

describe('ownSentence', () => {
  it('says saved only of an answer the server has', () => {
    expect(ownSentence(question({ own: 'saved', value: 7 }), 7, 'online')?.key).toBe('phone.state.saved');
    expect(ownSentence(question({ own: 'sending', value: 7 }), 7, 'online')?.key).toBe('phone.state.sending');
    expect(ownSentence(question({ own: 'kept', value: 7 }), 7, 'offline')?.key).toBe('phone.state.offline');
  });

  it('says nothing of a choice that was not sent, even over a saved answer', () => {
    expect(ownSentence(question({ own: 'saved', value: 7 }), 3, 'online')).toBeUndefined();
    expect(ownSentence(question({}), 3, 'online')).toBeUndefined();
  });

  it('alerts when a question closed over an unsent choice', () => {
    expect(ownSentence(question({ state: 'closed' }), 3, 'online')).toEqual({ key: 'phone.state.closed_unsent', tone: 'alert' });
    expect(ownSentence(question({ state: 'revealed', own: 'kept', value: 3 }), 3, 'online')?.tone).toBe('alert');
  });

  it('tells a saved answer of a closed question from none', () => {
    expect(ownSentence(question({ state: 'closed', own: 'saved', value: 3 }), 3, 'online')?.key).toBe('phone.state.closed');
    expect(ownSentence(question({ state: 'closed' }), undefined, 'online')?.key).toBe('phone.state.closed_none');
  });

  it('alerts a refusal', () => {
    expect(ownSentence(question({ own: 'refused', value: 3, code: 'full' }), 3, 'online')?.tone).toBe('alert');
  });
});

describe('linkSentence and stopOf', () => {
  it('says nothing while all is well or not yet connected', () => {
    expect(linkSentence('online', false)).toBeUndefined();
    expect(linkSentence('connecting', false)).toBeUndefined();
  });

  it('tells being back from being away', () => {
    expect(linkSentence('online', true)?.key).toBe('phone.state.back');
    expect(linkSentence('reconnecting', false)?.key).toBe('phone.state.reconnecting');
    expect(linkSentence('offline', false)?.key).toBe('phone.state.offline_idle');
  });

  it('has a remedy for every stop, known or not', () => {
    expect(stopOf('other_tab').remedy).toBe('use_this_tab');
    expect(stopOf('update_needed').remedy).toBe('reload');
    expect(stopOf('bad_token').remedy).toBe('start_again');
    expect(stopOf('something_new').remedy).toBe('reload');
  });
});
