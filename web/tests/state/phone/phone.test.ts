import type { Signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';

import { clientShowing, me, questions, revealedFirst, view } from '../../../src/fixtures/workshop.ts';
import type { Model } from '../../../src/state/model/types.ts';
import { createPhone, type Phone } from '../../../src/state/phone/phone.ts';

function phoneShowing(model: Partial<Model>) {
  const client = clientShowing(model);
  const phone = createPhone(client);
  const change = (part: Partial<Model>) => {
    const shown = client.model as Signal<Model>;
    shown.value = { ...shown.peek(), ...part };
  };
  return { phone, change, commands: client.commands };
}

function current(phone: Phone) {
  const question = phone.current.value;
  if (!question) throw new Error('no question on screen');
  return question;
}

const savedOf = (id: string, value: 3 | 7) => ({ [id]: { round: 1, value, state: 'saved' as const } });

describe('the phone while questions are open', () => {
  it('lands on the first question without an answer', () => {
    const { phone } = phoneShowing({ view: view(), me: me({ social_complexity: 8 }) });
    expect(phone.place.value).toBe('question');
    expect(current(phone).id).toBe('legitimacy');
  });

  it('chooses nothing by itself and sends nothing without a choice', () => {
    const { phone, commands } = phoneShowing({ view: view() });
    expect(phone.drafts.chosen(current(phone))).toBeUndefined();
    expect(phone.submit(current(phone))).toBe(false);
    expect(commands).toEqual([]);
  });

  it('stays on the question until its answer is saved, then goes on', () => {
    const { phone, change, commands } = phoneShowing({ view: view() });
    phone.drafts.choose(current(phone), 7);
    expect(phone.submit(current(phone))).toBe(true);
    expect(commands).toEqual([{ kind: 'answer', factor: 'social_complexity', round: 1, value: 7 }]);
    change({ answers: { social_complexity: { round: 1, value: 7, state: 'sending' } } });
    expect(current(phone).id).toBe('social_complexity');
    change({ answers: savedOf('social_complexity', 7) });
    expect(current(phone).id).toBe('legitimacy');
    expect(phone.justSent.value).toMatchObject({ id: 'social_complexity', own: 'saved' });
  });

  it('goes on, too, when the answer is kept on the phone', () => {
    const { phone, change } = phoneShowing({ view: view(), link: 'offline' });
    phone.drafts.choose(current(phone), 7);
    phone.submit(current(phone));
    change({ answers: { social_complexity: { round: 1, value: 7, state: 'kept' } } });
    expect(current(phone).id).toBe('legitimacy');
  });

  it('stays with a refused answer', () => {
    const { phone, change } = phoneShowing({ view: view() });
    phone.drafts.choose(current(phone), 7);
    phone.submit(current(phone));
    change({ answers: { social_complexity: { round: 1, value: 7, state: 'refused', code: 'full' } } });
    expect(current(phone)).toMatchObject({ id: 'social_complexity', own: 'refused' });
  });

  it('keeps an unsent choice through whatever else happens', () => {
    const { phone, change } = phoneShowing({ view: view() });
    phone.drafts.choose(current(phone), 3);
    change({ view: view({ joined: 40, questions: questions('open', 39) }), link: 'reconnecting' });
    change({ link: 'online', back: true });
    change({ view: view({ questions: { ...questions('open'), time: { state: 'revealed', round: 1, answered: 9 } }, published: {} }) });
    expect(current(phone).id).toBe('social_complexity');
    expect(phone.drafts.chosen(current(phone))).toBe(3);
  });

  it('shows the list when everything open is answered', () => {
    const only = view({ questions: { ...questions('waiting'), legal: { state: 'open', round: 1, answered: 0 } } });
    const { phone, change } = phoneShowing({ view: only });
    phone.drafts.choose(current(phone), 3);
    phone.submit(current(phone));
    change({ answers: savedOf('legal', 3) });
    expect(phone.place.value).toBe('list');
  });

  it('sends nothing again when a saved answer is submitted unchanged', () => {
    const { phone, commands } = phoneShowing({ view: view(), me: me({ social_complexity: 8 }) });
    phone.show('social_complexity');
    phone.submit(current(phone));
    expect(commands).toEqual([]);
    expect(current(phone).id).toBe('legitimacy');
  });
});

describe('the phone when a question closes', () => {
  it('keeps an unsent choice on screen until the person goes on', () => {
    const { phone, change } = phoneShowing({ view: view() });
    phone.show('power');
    phone.drafts.choose(current(phone), 3);
    change({ view: view({ questions: questions('closed') }) });
    expect(phone.place.value).toBe('question');
    expect(current(phone)).toMatchObject({ id: 'power', state: 'closed' });
    phone.goOn();
    expect(phone.place.value).toBe('waiting');
  });

  it('moves on by itself when nothing was lost', () => {
    const { phone, change } = phoneShowing({ view: view(), me: me({ power: 4 }) });
    phone.show('power');
    change({ view: view({ questions: questions('revealed'), published: {} }) });
    expect(phone.place.value).toBe('advice');
  });
});

describe('a reason in own words', () => {
  it('goes with the answer, and stays in its field through updates', () => {
    const { phone, change, commands } = phoneShowing({ view: view() });
    phone.drafts.choose(current(phone), 7);
    phone.drafts.write(current(phone), ' They asked\nfor it. ');
    change({ view: view({ joined: 40 }), me: me() });
    expect(phone.drafts.reason(current(phone))).toBe(' They asked\nfor it. ');
    phone.submit(current(phone));
    expect(commands).toEqual([
      { kind: 'answer', factor: 'social_complexity', round: 1, value: 7, reason: 'They asked for it.' },
    ]);
  });

  it('keeps the question on screen when it closes over an unsent reason', () => {
    const { phone, change } = phoneShowing({ view: view(), me: me({ power: 4 }) });
    phone.show('power');
    phone.drafts.write(current(phone), 'Because');
    change({ view: view({ questions: questions('closed') }) });
    expect(current(phone)).toMatchObject({ id: 'power', state: 'closed' });
  });

  it('is sent again when it was changed alone', () => {
    const { phone, commands } = phoneShowing({ view: view(), me: me({ power: 4 }) });
    phone.show('power');
    phone.drafts.write(current(phone), 'Because');
    phone.submit(current(phone));
    expect(commands).toEqual([{ kind: 'answer', factor: 'power', round: 1, value: 4, reason: 'Because' }]);
  });
});

describe('the phone while the workshop is paused', () => {
  it('takes an answer for kept and goes on', () => {
    const { phone, change } = phoneShowing({ view: view({ paused: true }) });
    phone.drafts.choose(current(phone), 7);
    phone.submit(current(phone));
    change({ answers: { social_complexity: { round: 1, value: 7, state: 'kept' } } });
    expect(phone.justSent.value).toMatchObject({ id: 'social_complexity', own: 'kept' });
    expect(current(phone).id).toBe('legitimacy');
  });
});

describe('the question that everybody looks at', () => {
  it('comes first for somebody who has not answered it', () => {
    const { phone } = phoneShowing({ view: view({ focus: 'time' }) });
    expect(current(phone).id).toBe('time');
  });

  it('is not asked again of somebody who has', () => {
    const { phone } = phoneShowing({ view: view({ focus: 'time' }), me: me({ time: 3 }) });
    expect(current(phone).id).toBe('social_complexity');
  });

  it('shows its answers to a late joiner though others are open, who can still go and answer', () => {
    const { phone } = phoneShowing({
      view: view({ focus: 'time', published: {}, questions: { ...questions('open'), time: { state: 'revealed', round: 1, answered: 9 } } }),
    });
    expect(phone.place.value).toBe('results');
    phone.showTab('questions');
    expect(current(phone).id).toBe('social_complexity');
  });

  it('takes along who looks at answers, and leaves alone who is answering', () => {
    const shown = { ...questions('revealed'), power: { state: 'open', round: 2, answered: 0 } } as const;
    const looking = phoneShowing({ view: view({ questions: questions('revealed'), published: {} }) });
    looking.phone.showTab('advice');
    looking.change({ view: view({ questions: questions('revealed'), published: {}, focus: 'time' }) });
    expect(looking.phone.place.value).toBe('results');
    const answering = phoneShowing({ view: view({ questions: shown, published: {} }) });
    expect(current(answering.phone).id).toBe('power');
    answering.change({ view: view({ questions: shown, published: {}, focus: 'time' }) });
    expect(current(answering.phone).id).toBe('power');
  });

  it('gives way to the advice when everybody goes on to the decision', () => {
    const all = { questions: questions('revealed'), published: {} };
    const { phone, change } = phoneShowing({ view: view({ ...all, focus: 'time' }) });
    phone.showTab('results');
    change({ view: view({ ...all, deciding: true }) });
    expect(phone.place.value).toBe('advice');
    const again = { ...questions('revealed'), power: { state: 'open', round: 2, answered: 0 } } as const;
    const answering = phoneShowing({ view: view({ questions: again, published: {} }) });
    expect(current(answering.phone).id).toBe('power');
    answering.change({ view: view({ questions: again, published: {}, deciding: true }) });
    expect(current(answering.phone).id).toBe('power');
  });
});

describe('joining', () => {
  it('sends the chosen group, or that of those who would rather not say', () => {
    const { phone, commands } = phoneShowing({ role: 'anonymous', view: view() });
    phone.join();
    phone.group.value = 'staff';
    phone.join();
    expect(commands).toEqual([{ kind: 'join', group: 'unsaid' }, { kind: 'join', group: 'staff' }]);
  });

  it('asks for more time and takes it back', () => {
    const { phone, commands } = phoneShowing({ view: view() });
    phone.moreTime(true);
    phone.moreTime(false);
    expect(commands).toEqual([{ kind: 'more_time', wanted: true }, { kind: 'more_time', wanted: false }]);
  });
});

describe('the phone between questions', () => {
  it('waits in the lobby, then lands on what opens', () => {
    const { phone, change } = phoneShowing({ view: view({ phase: 'lobby', questions: questions('waiting') }) });
    expect(phone.place.value).toBe('lobby');
    change({ view: view({ questions: { ...questions('waiting'), power: { state: 'open', round: 1, answered: 0 } } }) });
    expect(current(phone).id).toBe('power');
  });

  it('leaves the results for a question that has just opened', () => {
    const { phone, change } = phoneShowing({ view: view({ questions: revealedFirst(2), published: {} }) });
    expect(phone.place.value).toBe('results');
    phone.showTab('advice');
    change({ view: view({ questions: { ...revealedFirst(2), power: { state: 'open', round: 1, answered: 0 } }, published: {} }) });
    expect(current(phone).id).toBe('power');
  });

  it('asks a new round afresh', () => {
    const { phone, change } = phoneShowing({ view: view({ questions: questions('revealed'), published: {} }), me: me({ time: 8 }) });
    expect(phone.place.value).toBe('advice');
    change({ view: view({ questions: { ...questions('revealed'), time: { state: 'open', round: 2, answered: 0 } }, published: {} }) });
    expect(current(phone)).toMatchObject({ id: 'time', round: 2, own: 'unanswered' });
    expect(phone.drafts.chosen(current(phone))).toBeUndefined();
  });

  it('says that it is over when nothing was ever shown', () => {
    const { phone } = phoneShowing({ view: view({ phase: 'ended', questions: questions('closed') }) });
    expect(phone.place.value).toBe('ended');
  });

  it('shows nothing but the reason when the client has stopped', () => {
    const { phone } = phoneShowing({ link: 'stopped', stop: 'other_tab', view: view() });
    expect(phone.place.value).toBe('stopped');
  });
});
