// What the desk says of one state and not of another, and to whom.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { statuses } from '../../src/fixtures/statuses.ts';
import { people, questions, resultOf, setup, view } from '../../src/fixtures/workshop.ts';
import { say, startWords } from '../../src/words/say.ts';
import { deskOf } from './desk_drawn.tsx';

beforeAll(() => startWords('desk', 'results', 'names', 'factors'));
afterEach(() => document.body.replaceChildren());

const everybody = people(18);
const shown = view({ people: everybody, published: {}, questions: questions('revealed') });
const next = ({ root }: ReturnType<typeof deskOf>) => root.querySelector('.next-step')?.textContent ?? '';

describe("a co-facilitator's desk", () => {
  const desk = (it: typeof shown) => next(deskOf(it, { result: resultOf.firm, role: 'cofacilitator' }));

  it('says who ends the workshop before the end, and who saves the record after it', () => {
    const decided = { ...shown, decision: { approach: 3, shared: ['decisions'] } } as const;
    expect(desk(decided)).toContain('The facilitator ends the workshop and saves the record.');
    expect(desk({ ...decided, phase: 'ended' })).toContain('The facilitator saves the record.');
    expect(desk({ ...decided, phase: 'ended' })).not.toContain('ends the workshop');
  });
});

describe('what follows', () => {
  it('from asking all again is not that first answers stay beside, for none were shown', () => {
    const said = next(deskOf(shown, { result: resultOf.too_few }));
    expect(said).toContain(say('desk.then.ask_all'));
    expect(said).not.toContain('first answers');
  });

  it('from asking again over days is not that people talk first', () => {
    const days = { ...shown, setup: { ...setup, pace: 'over_days' as const } };
    const said = next(deskOf(days, { result: resultOf.divided }));
    expect(said).toContain(say('desk.then.again.days'));
    expect(said).not.toContain('Talk first');
    expect(next(deskOf({ ...shown, focus: 'power' }, { result: resultOf.divided }))).toContain(say('desk.then.again'));
  });
});

describe('before the server has said the code', () => {
  it.each([
    [view({ joined: 0, people: {}, setup: { ...setup, pace: 'over_days' }, questions: questions('waiting') }), undefined],
    [view({ people: everybody, setup: { ...setup, pace: 'over_days' } }), undefined],
    [{ ...shown, joined: 3 }, resultOf.too_few],
  ])('there is one button all the same, which cannot be pressed, and a sentence why', (it, result) => {
    const desk = deskOf(it, { without: 'invite', ...(result ? { result } : {}) });
    expect(desk.primary()?.getAttribute('aria-disabled')).toBe('true');
    expect(desk.primary()?.textContent).not.toBe('');
    expect(next(desk)).toContain(say('desk.invite.awaits'));
    expect(next(deskOf(it, result ? { result } : {}))).not.toContain(say('desk.invite.awaits'));
  });
});

describe('a desk that does not have the link to the wall', () => {
  const onWall = ({ root }: ReturnType<typeof deskOf>) => root.querySelector('.desk-on-wall')?.textContent ?? '';

  it('says who has it, or leads to where a new one is made', async () => {
    expect(onWall(deskOf(shown, { role: 'cofacilitator', without: 'wall' }))).toContain(say('desk.wall.facilitator'));
    const desk = deskOf(shown, { without: 'wall' });
    expect(onWall(desk)).toContain(say('desk.wall.none'));
    await desk.press([...desk.root.querySelectorAll<HTMLButtonElement>('.desk-on-wall button')].at(-1));
    expect(desk.button(say('desk.links.wall'))).toBeTruthy();
  });

  it('is told nothing of that where it has it', () => {
    expect(onWall(deskOf(shown))).not.toContain(say('desk.wall.none'));
  });
});

describe('what if', () => {
  const now = (kind: keyof typeof statuses) => deskOf(shown, { result: statuses[kind], part: 'what_if' }).root.querySelector('.what-if-outcome')?.textContent ?? '';

  it('says what the middle answers alone come to where the group does not agree', () => {
    expect(statuses.split.level).not.toBeNull();
    expect(now('split')).toContain(say('result.middle', { advice: say(`level.${statuses.split.level ?? 0}.name`) }));
  });

  it.each(['groups', 'close', 'firm'] as const)('does not say it twice where the level is said already: %s', (kind) => {
    expect(now(kind)).not.toContain(say('result.middle', { advice: '' }));
  });
});
