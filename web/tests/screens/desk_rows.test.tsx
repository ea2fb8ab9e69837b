// What is pressed beside the one button: each question's own row, the door, the wall, and what warns before.
import { describe, expect, it } from 'vitest';

import { people, questions, revealedFirst, setup, view } from '../../src/fixtures/workshop.ts';
import { STEADY_MS } from '../../src/state/model/steady.ts';
import type { View } from '../../src/state/model/types.ts';
import { say } from '../../src/words/say.ts';
import { deskOf, withDeskClock } from './desk_drawn.tsx';

const everybody = people(18);
const oneByOne = { ...setup, pace: 'one_by_one' as const };

withDeskClock();

describe('a question of its own row', () => {
  const open = { ...revealedFirst(1), legitimacy: { state: 'open', round: 1, answered: 17 } } as const;
  const half = Object.fromEntries(Object.entries(everybody).map(([id, it], at) => [id, { ...it, answered: at === 0 ? 0 : 1 }]));
  const waiting = view({ setup: oneByOne, people: half, questions: open, published: {} });
  const close = ({ root }: ReturnType<typeof deskOf>) =>
    root.querySelector<HTMLButtonElement>(`button[aria-label="${say('desk.close_one', { n: 2, answered: 17, joined: 18 })}"]`);

  it('is not closed by hand unasked while somebody present has not answered', async () => {
    const desk = deskOf(waiting);
    await desk.press(close(desk));
    expect(desk.kinds()).toEqual([]);
    expect(desk.root.querySelector('.confirm')?.textContent).toContain(say('desk.confirm.close.then'));
    await desk.pass(STEADY_MS);
    await desk.press(desk.root.querySelector<HTMLButtonElement>('.confirm .button'));
    expect(desk.client.commands).toEqual([{ kind: 'close', questions: [{ factor: 'legitimacy', round: 1 }] }]);
  });

  it('does not ask once more by itself in the next round', async () => {
    const desk = deskOf(waiting);
    await desk.press(close(desk));
    await desk.see({ ...waiting, questions: revealedFirst(2) });
    await desk.see({ ...waiting, questions: { ...open, legitimacy: { state: 'open', round: 2, answered: 17 } } });
    expect(desk.root.querySelector('.confirm')).toBeNull();
  });

  it('counts those of a round that is over among as many as had joined when it closed', () => {
    const over = { ...waiting, joined: 15, questions: { ...open, social_complexity: { state: 'revealed', round: 1, answered: 18, of: [18] } } } as View;
    const { root } = deskOf(over);
    expect(root.querySelector('.desk-question-state')?.textContent).toContain(say('count.answered_of', { answered: 18, joined: 18 }));
  });
});

describe('who waits at the door', () => {
  it('is not let in by the second press of a double click on letting in the one before', async () => {
    const at = (...ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, { group: 'staff' }]));
    const locked = view({ people: everybody, waiting: at('a', 'b') });
    const desk = deskOf(locked);
    const first = () => desk.root.querySelector<HTMLButtonElement>('.desk-waiting .button');
    await desk.press(first());
    await desk.see({ ...locked, waiting: at('b') });
    await desk.press(first());
    expect(desk.client.commands).toEqual([{ kind: 'admit', participant: 'a' }]);
    await desk.pass(STEADY_MS);
    await desk.press(first());
    expect(desk.kinds()).toEqual(['admit', 'admit']);
  });
});

describe('the way off the wall', () => {
  const off = () => say('desk.forward', { n: 1 });

  it('is not offered where the wall would show the same', () => {
    const only = { ...questions('waiting'), social_complexity: { state: 'open', round: 1, answered: 0 } } as const;
    const { root, button } = deskOf(view({ people: everybody, questions: only, focus: 'social_complexity' }));
    expect(button(off())).toBeUndefined();
    expect(root.querySelector(`button[aria-label="${off()}"]`)).toBeNull();
  });

  it('is offered where it shows something else', () => {
    expect(deskOf(view({ people: everybody, questions: questions('open'), focus: 'social_complexity' })).button(off())).toBeTruthy();
  });
});

describe('a pause', () => {
  it('says that phones send what they kept only while something is open', () => {
    const paused = (state: 'open' | 'closed') => deskOf(view({ paused: true, people: everybody, questions: questions(state) })).primary()?.textContent;
    expect(paused('open')).toBe('Go on: phones send what they kept');
    expect(paused('closed')).toBe('Go on');
  });
});

describe('too few', () => {
  const hints = ({ root }: ReturnType<typeof deskOf>) => [...root.querySelectorAll('.next-step .hint')].map(({ textContent }) => textContent);

  it('is said of what can be opened beside the next step and in the rows', () => {
    const desk = deskOf(view({ joined: 0, people: {}, questions: questions('waiting') }));
    expect(hints(desk)).toContain(say('desk.too_few.open', { k: 5 }));
    expect(desk.root.querySelector('#questions-title')?.closest('section')?.textContent).toContain(say('desk.too_few.open', { k: 5 }));
  });

  it('counts the phones where enough are here and some have none', () => {
    const desk = deskOf(view({ joined: 6, proxies: 3, people: people(6), questions: questions('waiting') }));
    expect(hints(desk)).toContain(say('desk.too_few.phones', { n: 3, k: 5 }));
    expect(desk.root.textContent).not.toContain(say('desk.too_few.here', { k: 5 }));
  });

  it('is not said over days beside the reminder, but before closing early', async () => {
    const days = view({ people: everybody, questions: questions('open', 1), setup: { ...setup, pace: 'over_days' } });
    const desk = deskOf(days);
    expect(hints(desk)).not.toContain(say('desk.too_few.answered', { k: 5 }));
    await desk.press([...desk.root.querySelectorAll<HTMLButtonElement>('.desk-moves button')][0]);
    expect(desk.root.querySelector('.confirm')?.textContent).toContain(say('desk.too_few.answered', { k: 5 }));
  });
});
