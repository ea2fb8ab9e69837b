// A decision that is written at the desk is lost by nothing, and takes no other's place unasked.
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { people, questions, resultOf, view } from '../../src/fixtures/workshop.ts';
import { NAME_BYTES } from '../../src/state/desk/decision_bounds.ts';
import { STEADY_MS } from '../../src/state/model/steady.ts';
import { say, startWords } from '../../src/words/say.ts';
import { deskOf } from './desk_drawn.tsx';

const shown = view({ questions: questions('revealed'), people: people(18), published: {} });
const empty = view({ questions: questions('waiting'), people: people(18) });
const inForm = { part: 'decision' as const, workshop: 'w' };
const decided = { approach: 1, shared: [], name: 'Listening days' } as const;

const name = (root: HTMLElement) => root.querySelector<HTMLInputElement>('#decision-name');
async function write({ root }: ReturnType<typeof deskOf>, text: string) {
  const field = name(root);
  await act(() => {
    if (field) field.value = text;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const choose = ({ root }: ReturnType<typeof deskOf>, value: string) =>
  act(() => root.querySelector<HTMLInputElement>(`input[name=decision-choice][value="${value}"]`)?.click());

beforeEach(async () => {
  sessionStorage.clear();
  await startWords('desk', 'results', 'names', 'factors');
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('recording a decision', () => {
  it('keeps what is written until the room has it, and then offers to change it, not to a double click', async () => {
    const desk = deskOf(empty, inForm);
    await choose(desk, '1');
    await write(desk, 'Listening days');
    await desk.press(desk.button(say('desk.decision.save')));
    expect(desk.client.commands).toEqual([{ kind: 'decide', ...decided }]);
    expect(name(desk.root)?.value).toBe('Listening days');
    await desk.see({ ...empty, decision: decided });
    expect(name(desk.root)).toBeNull();
    await desk.press(desk.button(say('desk.decision.change')));
    expect(name(desk.root)).toBeNull();
    await desk.pass(STEADY_MS);
    await desk.press(desk.button(say('desk.decision.change')));
    expect(name(desk.root)?.value).toBe('Listening days');
  });

  it('says which field is too long and by how much, and sends nothing', async () => {
    const desk = deskOf(empty, inForm);
    await choose(desk, '1');
    await write(desk, 'a'.repeat(NAME_BYTES + 7));
    await desk.press(desk.button(say('desk.decision.save')));
    expect(desk.kinds()).toEqual([]);
    const text = say('desk.decision.too_long', { field: say('desk.decision.name'), n: 7 });
    expect(desk.root.querySelector('.error-summary')?.textContent).toContain(text);
    expect(desk.root.querySelector('#decision-name-error')?.textContent).toBe(text);
  });

  it('waits for the advice where answers are shown', async () => {
    const desk = deskOf(shown, inForm);
    await choose(desk, '4');
    await write(desk, 'Co-production');
    const save = desk.button(say('desk.decision.save'));
    expect(save?.getAttribute('aria-disabled')).toBe('true');
    expect(desk.root.textContent).toContain(say('desk.decision.awaits'));
    await desk.press(save);
    expect(desk.kinds()).toEqual([]);
  });

  it('asks before it takes the place of one that another desk recorded meanwhile', async () => {
    const desk = deskOf(empty, inForm);
    await choose(desk, '1');
    await write(desk, 'Mine');
    await desk.see({ ...empty, decision: decided });
    expect(name(desk.root)?.value).toBe('Mine');
    expect(desk.root.textContent).toContain(say('desk.decision.changed'));
    await desk.press(desk.button(say('desk.decision.save')));
    expect(desk.kinds()).toEqual([]);
    await desk.pass(STEADY_MS);
    await desk.press(desk.button(say('desk.decision.over')));
    expect(desk.kinds()).toEqual(['decide']);
  });
});

describe('what is written', () => {
  it('is there again after the page was loaded again', async () => {
    await write(deskOf(shown, { ...inForm, result: resultOf.firm }), 'Listening days');
    document.body.replaceChildren();
    expect(name(deskOf(shown, { ...inForm, result: resultOf.firm }).root)?.value).toBe('Listening days');
  });

  it('is named as not recorded by the question before the end', async () => {
    const desk = deskOf(shown, { ...inForm, result: resultOf.firm });
    await write(desk, 'Listening days');
    await desk.press(desk.button(say('desk.end')));
    expect(desk.root.querySelector('.confirm')?.textContent).toContain(say('desk.confirm.end.unrecorded'));
  });
});
