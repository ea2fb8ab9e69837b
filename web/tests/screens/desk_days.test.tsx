// Over days nothing is opened for good by one press.
import { describe, expect, it } from 'vitest';

import { people, questions, resultOf, setup, view } from '../../src/fixtures/workshop.ts';
import { STEADY_MS } from '../../src/state/model/steady.ts';
import type { View } from '../../src/state/model/types.ts';
import { say } from '../../src/words/say.ts';
import { deskOf, withDeskClock } from './desk_drawn.tsx';

withDeskClock();

const overDays = { ...setup, pace: 'over_days' as const };
const everybody = people(18);
/** The desk's clock begins at 0. */
const TO_COME = 86_400_000;

const lobby = view({ phase: 'lobby', setup: overDays, people: everybody, questions: questions('waiting') });
const closed = view({ setup: overDays, people: everybody, questions: questions('closed') });
const shown = view({ setup: overDays, people: everybody, published: {}, questions: questions('revealed') });
const timed = (it: View): View => ({ ...it, setup: { ...overDays, closing_ms: TO_COME } });

const panel = ({ root }: ReturnType<typeof deskOf>) => root.querySelector<HTMLElement>('.confirm');
const yes = (desk: ReturnType<typeof deskOf>) => panel(desk)?.querySelector<HTMLButtonElement>('.button');

async function asksFirst(desk: ReturnType<typeof deskOf>, button: HTMLElement | null | undefined) {
  await desk.press(button);
  expect(desk.kinds()).toEqual([]);
  expect(panel(desk)?.textContent).toContain(say('desk.confirm.no_end'));
  await desk.pass(STEADY_MS);
  expect(yes(desk)?.textContent).toBe(say('desk.open_without_end'));
  await desk.press(yes(desk));
  expect(desk.kinds()).toEqual(['open']);
}

describe('without a closing time', () => {
  it('is asked about before anything is opened by the one button', async () => {
    const desk = deskOf(lobby);
    await asksFirst(desk, desk.primary());
  });

  it('is asked about before a question is asked again', async () => {
    const desk = deskOf(shown, { result: resultOf.divided });
    await asksFirst(desk, desk.primary());
  });

  it('is asked about before what was closed is opened again, and the time can be set there', async () => {
    const desk = deskOf(closed);
    expect(desk.root.querySelector('.next-step .next-closing')).toBeTruthy();
    await asksFirst(desk, desk.button(say('desk.reopen_all', { n: 10 })));
  });

  it.each([
    [lobby, 'desk.short.open'],
    [closed, 'desk.short.reopen'],
    [shown, 'desk.short.again'],
  ] as const)("is asked about in a question's own row", async (it, short) => {
    const desk = deskOf(it);
    await asksFirst(desk, desk.button(say(short)));
  });

  it('is asked about no more once a time is set meanwhile', async () => {
    const desk = deskOf(lobby);
    await desk.press(desk.primary());
    await desk.see(timed(lobby));
    expect(panel(desk)).toBeNull();
    await desk.press(desk.primary());
    expect(desk.kinds()).toEqual(['open']);
  });
});

it('opens at once with a closing time to come, and what does not go over days', async () => {
  for (const it of [timed(lobby), { ...lobby, setup }]) {
    const desk = deskOf(it);
    await desk.press(desk.primary());
    expect(desk.kinds()).toEqual(['open']);
  }
});
