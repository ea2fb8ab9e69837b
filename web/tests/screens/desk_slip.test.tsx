// A slip costs nothing: what a press meant for one thing does to another; and what is written stays.
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';

import { decision } from '../../src/fixtures/views.ts';
import { invite } from '../../src/fixtures/drawn.ts';
import { people, questions, resultOf, revealedFirst, setup, view } from '../../src/fixtures/workshop.ts';
import { STEADY_MS } from '../../src/state/model/steady.ts';
import type { View } from '../../src/state/model/types.ts';
import { say } from '../../src/words/say.ts';
import { deskOf, withDeskClock } from './desk_drawn.tsx';

const everybody = people(18);
const finished = Object.fromEntries(Object.entries(everybody).map(([id, person]) => [id, { ...person, answered: 10 }]));
const oneByOne = { ...setup, pace: 'one_by_one' as const };

withDeskClock();

describe('the one button', () => {
  const open = { ...revealedFirst(1), legitimacy: { state: 'open', round: 1, answered: 18 } } as const;
  const first = view({ setup: oneByOne, people: Object.fromEntries(Object.entries(everybody).map(([id, it]) => [id, { ...it, answered: 1 }])), questions: open, published: {} });
  const next = { ...first, questions: revealedFirst(2) };

  it('does not open the next question with the second press of a double click on showing this one', async () => {
    const desk = deskOf(first);
    await desk.press(desk.primary());
    expect(desk.kinds()).toEqual(['reveal']);
    await desk.see(next);
    expect(desk.primary()?.textContent).toBe(say('desk.open_one', { n: 3 }));
    await desk.press(desk.primary());
    expect(desk.kinds()).toEqual(['reveal']);
    await desk.pass(STEADY_MS - 1);
    await desk.press(desk.primary());
    expect(desk.kinds()).toEqual(['reveal']);
    await desk.pass(1);
    await desk.press(desk.primary());
    expect(desk.kinds()).toEqual(['reveal', 'open']);
  });

  it('takes no press for a second after another desk has changed what it does', async () => {
    const desk = deskOf(first);
    await desk.pass(60_000);
    await desk.see(next);
    expect(desk.primary()?.getAttribute('aria-disabled')).toBe('true');
    await desk.press(desk.primary());
    expect(desk.kinds()).toEqual([]);
    await desk.pass(STEADY_MS);
    expect(desk.primary()?.getAttribute('aria-disabled')).toBe('false');
    await desk.press(desk.primary());
    expect(desk.kinds()).toEqual(['open']);
  });

  it('takes a press at once when only its numbers have changed', async () => {
    const desk = deskOf(view({ people: finished, questions: questions('open', 18) }));
    await desk.see(view({ people: finished, joined: 19, questions: questions('open', 18) }));
    await desk.press(desk.primary());
    expect(desk.kinds()).toEqual(['reveal']);
  });

  it('takes one press as soon as the desk is drawn', async () => {
    const desk = deskOf(next);
    await desk.press(desk.primary());
    expect(desk.kinds()).toEqual(['open']);
  });
});

describe('leaving people out', () => {
  const waiting = view({ people: { ...finished, p0: { ...finished['p0'], answered: 2 } } as View['people'] & object, questions: questions('open', 17) });

  it('is asked about though most have answered, and a double click is no yes', async () => {
    const desk = deskOf(waiting);
    await desk.press(desk.primary());
    expect(desk.kinds()).toEqual([]);
    const yes = desk.root.querySelector<HTMLButtonElement>('.confirm .button');
    expect(desk.root.querySelector('.confirm')?.textContent).toContain(say('desk.confirm.reveal', { n: 1 }));
    await desk.press(yes);
    expect(desk.kinds()).toEqual([]);
    await desk.pass(STEADY_MS);
    await desk.press(yes);
    expect(desk.kinds()).toEqual(['reveal']);
  });

  it('stays a question when its numbers change, even to nobody', async () => {
    const desk = deskOf(waiting);
    await desk.press(desk.primary());
    await desk.see({ ...waiting, people: finished, questions: questions('open', 18) });
    expect(desk.root.querySelector('.confirm')?.textContent).toContain(say('desk.confirm.reveal', { n: 0 }));
    expect(desk.kinds()).toEqual([]);
  });

  it('says that all have answered something while nobody has answered everything', async () => {
    const two = Object.fromEntries(Object.entries(everybody).map(([id, it]) => [id, { ...it, answered: 2 }]));
    const desk = deskOf(view({ people: two, questions: questions('open', 18) }));
    await desk.press(desk.primary());
    const asked = desk.root.querySelector('.confirm')?.textContent ?? '';
    expect(asked).toContain(say('desk.confirm.reveal.some', { some: 18, joined: 18 }));
    expect(asked).not.toContain('Only');
  });

  it('is asked about over days too, whoever is away, before closing early', async () => {
    const days = { ...waiting, setup: { ...setup, pace: 'over_days' as const } };
    const desk = deskOf(days);
    const early = desk.button(say('desk.close_early', { answered: 17, joined: 18 }));
    await desk.press(early);
    expect(desk.root.querySelector('.confirm')?.textContent).toContain(say('desk.confirm.reveal.days', { n: 1 }));
    expect(desk.kinds()).toEqual([]);
  });
});

describe('a decision that is being written', () => {
  const shown = view({ questions: questions('revealed'), people: everybody, published: {} });
  const field = (root: HTMLElement) => root.querySelector<HTMLInputElement>('#decision-name');

  it('has nothing chosen, whatever the advice is', () => {
    const desk = deskOf(shown, { result: resultOf.firm, part: 'decision' });
    expect(desk.root.querySelectorAll('input:checked')).toHaveLength(0);
  });

  it('keeps what is written while answers change and other parts are looked at', async () => {
    const desk = deskOf(shown, { result: resultOf.firm, part: 'decision' });
    const name = field(desk.root);
    await act(() => {
      if (name) name.value = 'Listening days';
      name?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await desk.see({ ...shown, joined: 19, questions: { ...shown.questions, power: { state: 'revealed', round: 2, answered: 18 } } });
    await desk.press(desk.button(say('desk.part.notes')));
    await desk.press(desk.button(say('desk.part.decision')));
    expect(field(desk.root)?.value).toBe('Listening days');
  });

  it('is not sent while something is missing, and the field that is has the focus', async () => {
    const desk = deskOf(shown, { result: resultOf.firm, part: 'decision' });
    await desk.press(desk.button(say('desk.decision.save')));
    expect(desk.kinds()).toEqual([]);
    expect(document.activeElement?.id).toBe('decision-choice');
  });
});

describe('after the end', () => {
  it('invites nobody to join', () => {
    const ended = view({ phase: 'ended', people: everybody, questions: questions('revealed'), published: {}, decision });
    const { root } = deskOf(ended, { result: resultOf.firm });
    expect(root.textContent).not.toContain(invite.code);
    expect(root.textContent).not.toContain(say('links.message.copy'));
  });
});

describe('the wall', () => {
  it('shows the next page of reasons with one press, and the first again after the last', async () => {
    const reasons = { power: Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`r${at}`, { text: 'They listened, and then they decided alone. '.repeat(5) }])) };
    const talked = view({ questions: questions('revealed'), people: everybody, published: {}, focus: 'power', reasons });
    const desk = deskOf(talked, { result: resultOf.divided });
    const turn = () => [...desk.root.querySelectorAll<HTMLButtonElement>('.desk-on-wall button')][0];
    await desk.press(turn());
    expect(desk.client.commands).toEqual([{ kind: 'focus', factor: 'power', page: 2 }]);
    await desk.see({ ...talked, page: 99 });
    await desk.press(turn());
    expect(desk.client.commands[1]).toEqual({ kind: 'focus', factor: 'power', page: 1 });
  });

  it('is opened by a link of its own', () => {
    const { root } = deskOf(view({ people: everybody }));
    expect(root.querySelector('.desk-on-wall a')?.getAttribute('href')).toBe('/wall#link');
  });
});
