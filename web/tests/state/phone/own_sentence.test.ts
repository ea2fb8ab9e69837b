import { describe, expect, it } from 'vitest';

import { linkSentence, ownSentence, stopOf } from '../../../src/state/phone/own_sentence.ts';
import type { OwnQuestion } from '../../../src/state/phone/progress.ts';

const question = (more: Partial<OwnQuestion>): OwnQuestion => ({
  id: 'time', position: 5, of: 10, state: 'open', round: 1, own: 'unanswered', ...more,
});

const online = { link: 'online' } as const;

describe('ownSentence', () => {
  it('says saved only of an answer the server has', () => {
    expect(ownSentence(question({ own: 'saved', value: 7 }), false, online)?.key).toBe('phone.state.saved');
    expect(ownSentence(question({ own: 'sending', value: 7 }), false, online)?.key).toBe('phone.state.sending');
  });

  it('says why an answer is kept on the phone', () => {
    const kept = question({ own: 'kept', value: 7 });
    expect(ownSentence(kept, false, { link: 'offline' })?.key).toBe('phone.state.offline');
    expect(ownSentence(kept, false, { link: 'offline', paused: true })?.key).toBe('phone.state.offline');
    expect(ownSentence(kept, false, { link: 'online', paused: true })?.key).toBe('phone.state.kept_paused');
    expect(ownSentence(kept, false, online)?.key).toBe('phone.state.busy');
  });

  it('says nothing of what was not sent, even over a saved answer', () => {
    expect(ownSentence(question({ own: 'saved', value: 7 }), true, online)).toBeUndefined();
    expect(ownSentence(question({}), true, online)).toBeUndefined();
  });

  it('alerts when a question closed over something unsent', () => {
    expect(ownSentence(question({ state: 'closed' }), true, online)).toEqual({ key: 'phone.state.closed_unsent', tone: 'alert' });
    expect(ownSentence(question({ state: 'revealed', own: 'kept', value: 3 }), false, online)?.tone).toBe('alert');
  });

  it('says that the earlier answer counts when only a change was lost', () => {
    const changed = question({ state: 'closed', own: 'saved', value: 3 });
    expect(ownSentence(changed, true, online)).toEqual({ key: 'phone.state.closed_change', tone: 'alert' });
  });

  it('tells a saved answer of a closed question from none', () => {
    expect(ownSentence(question({ state: 'closed', own: 'saved', value: 3 }), false, online)?.key).toBe('phone.state.closed');
    expect(ownSentence(question({ state: 'closed' }), false, online)).toBeUndefined();
  });

  it('says that an answer from another phone counts, and loses nothing but the change of it', () => {
    const elsewhere = question({ own: 'elsewhere' });
    expect(ownSentence(elsewhere, false, online)?.key).toBe('phone.state.elsewhere');
    expect(ownSentence({ ...elsewhere, state: 'closed' }, true, online)?.key).toBe('phone.state.closed_change');
  });

  it('alerts a refusal', () => {
    expect(ownSentence(question({ own: 'refused', value: 3, code: 'full' }), false, online)?.tone).toBe('alert');
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
    expect(stopOf('ended')).toEqual({ key: 'phone.state.ended_outside', remedy: 'start_again' });
    expect(stopOf('merged').key).toBe('phone.state.merged');
    expect(stopOf('something_new').remedy).toBe('reload');
  });
});
