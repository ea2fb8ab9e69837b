// The desk's table, written down once more by itself, over thousands of states of a room.
import { describe, expect, it } from 'vitest';

import { resultOf, setup, view } from '../../../src/fixtures/workshop.ts';
import { deskAction, type Desk, type DeskAction } from '../../../src/state/desk/action.ts';
import { commandsOf } from '../../../src/state/desk/commands.ts';
import { movesOf } from '../../../src/state/desk/moves.ts';
import type { FactorResult, Level, Person, Question, Result, Status, View } from '../../../src/state/model/types.ts';

const STATES = 10_000;
const NOW = 1_000_000;

/** Numbers that look like chance and are the same each time. */
function dice(seed: number) {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return {
    next,
    chance: (of: number): boolean => next(of) === 0,
    pick: <T>(from: readonly T[]): T => from[next(from.length)] as T,
  };
}

type Dice = ReturnType<typeof dice>;

const ORDER = ['power', 'time', 'legal', 'innovation'];

/** Whether each of those who have joined is connected, in the order in which they joined. */
type Here = readonly boolean[];

function hereBits(here: Here): string {
  const digits = Array.from({ length: Math.ceil(here.length / 4) }, (_, at) => here.slice(4 * at, 4 * at + 4));
  return digits.map((four) => [8, 4, 2, 1].reduce((sum, bit, at) => sum + (four[at] ? bit : 0), 0).toString(16)).join('');
}

/** Everybody has answered some of what is open, and the questions are counted from that. */
function peopleBy(roll: Dice, joined: number, questions: NonNullable<View['questions']>) {
  const open = ORDER.filter((id) => questions[id]?.state === 'open');
  const answers = Array.from({ length: joined }, () => open.filter(() => !roll.chance(3)));
  const people = answers.map((of, at): [string, Person] => {
    const proxy = roll.chance(6) ? { proxy: true as const } : {};
    return [`p${at}`, { at, alias: [0, at], group: 'staff', answered: of.length, ...proxy }];
  });
  const counted = open.map((id): [string, Question] => [
    id,
    { state: 'open', round: questions[id]?.round ?? 1, answered: answers.filter((of) => of.includes(id)).length },
  ]);
  return { people: Object.fromEntries(people), questions: { ...questions, ...Object.fromEntries(counted) } };
}

function questionsBy(roll: Dice): NonNullable<View['questions']> {
  // Mostly all alike, so that every row is reached often.
  const common = roll.pick(['waiting', 'open', 'closed', 'revealed', 'revealed', 'revealed', undefined] as const);
  return Object.fromEntries(
    ORDER.map((factor): [string, Question] => {
      const state = common !== undefined && !roll.chance(12) ? common : roll.pick(['waiting', 'open', 'closed', 'revealed'] as const);
      const round = state === 'waiting' ? 0 : 1 + roll.next(3);
      const more = {
        ...(state === 'waiting' && roll.chance(3) ? { skipped: true as const } : {}),
        ...(state === 'revealed' && roll.chance(4) ? { settled: true as const } : {}),
        ...(state === 'revealed' && roll.chance(4) ? { enough: true as const } : {}),
      };
      const of = Array.from({ length: round }, () => 12 + roll.next(4));
      const over = state === 'closed' || state === 'revealed' ? { of } : {};
      return [factor, { state, round, answered: roll.next(12), ...over, ...more }];
    }),
  );
}

function resultBy(roll: Dice, complete: boolean): Result {
  const status = complete ? roll.pick<Status>(['too_few', 'not_agreed', 'close_call', 'firm']) : 'incomplete';
  const groups = [
    { id: 'lived', level: roll.pick<Level | null>([0, 3, null]) },
    { id: 'managers', level: roll.pick<Level | null>([0, 3, null]) },
  ];
  const factors = ORDER.map(
    (id): FactorResult => ({
      id,
      role: 'limiting',
      n: 10,
      unknown: roll.chance(4) ? 'dont_know' : null,
      disagreement: roll.chance(3),
      cells: [
        { groups: ['lived'], n: 5, counts: [] },
        { groups: ['managers'], n: 5, counts: [] },
      ],
      deltas: [{ a: 0, b: 1, divergence: roll.chance(2) }],
      stability: roll.chance(4) ? { stable: roll.chance(2) } : null,
    }),
  );
  const critical = status === 'firm' ? [] : ORDER.filter(() => roll.chance(3));
  return {
    ...resultOf.firm,
    status,
    critical,
    groups,
    factors,
    level: status === 'incomplete' || status === 'too_few' ? null : roll.pick<Level>([1, 3]),
    n: roll.pick([3, 10]),
    k: 5,
    discuss_next: roll.chance(5) ? null : ORDER,
  };
}

function roomBy(roll: Dice): readonly [it: View, desk: Desk, here: Here] {
  const pace = roll.pick(['together', 'one_by_one', 'over_days'] as const);
  const joined = roll.chance(6) ? 0 : roll.pick([3, 12]);
  const { people, questions } = peopleBy(roll, joined, questionsBy(roll));
  const states = Object.values(questions).map(({ state }) => state);
  const proxies = Object.values(people).filter(({ proxy }) => proxy).length;
  const here = Object.keys(people).map(() => roll.chance(2));
  // What is open closes at its closing time.
  const closing = roll.pick(states.includes('open') ? [undefined, NOW + 5_000] : [undefined, NOW - 1, NOW + 5_000]);
  const it = view({
    phase: roll.chance(15) ? 'ended' : 'live',
    setup: { ...setup, order: ORDER, pace, ...(closing === undefined ? {} : { closing_ms: closing }) },
    joined,
    people,
    questions,
    ...(proxies > 0 ? { proxies } : {}),
    ...(states.includes('revealed') ? { published: {} } : {}),
    ...(roll.chance(15) ? { paused: true } : {}),
    ...(roll.chance(3) ? { focus: roll.pick(ORDER) } : {}),
    ...(roll.chance(4) ? { deciding: true } : {}),
    ...(roll.chance(4) ? { decision: { approach: 3, shared: [] } } : {}),
    ...(roll.chance(2) ? { answers_newer: true } : {}),
  });
  const result = roll.chance(8) ? undefined : resultBy(roll, states.every((state) => state === 'revealed'));
  const desk: Desk = {
    role: roll.pick(['facilitator', 'cofacilitator'] as const),
    now_ms: NOW,
    here: hereBits(here),
    wall: !roll.chance(4),
    engineFailed: roll.chance(2),
    ...(result ? { result } : {}),
  };
  return [it, desk, here];
}

// --- the table ---

/** The questions that the advice hangs on and that are not settled, in the table's order. */
function talk({ questions }: View, result: Result): readonly string[] {
  const ranked = result.discuss_next ?? result.factors.map(({ id }) => id);
  const of = (id: string) => result.factors.find((factor) => factor.id === id);
  const critical = ranked.filter((id) => result.critical?.includes(id));
  const unknown = critical.filter((id) => of(id)?.unknown);
  const split = critical.filter((id) => !unknown.includes(id) && of(id)?.disagreement);
  const other = critical.filter((id) => !unknown.includes(id) && !split.includes(id));
  const [lived, managers] = result.groups.map(({ level }) => level);
  const far = (a: Level | null | undefined, b: Level | null | undefined) => a != null && b != null && Math.abs(a - b) >= 2;
  const differ = far(lived, managers) || far(lived, result.level) || far(managers, result.level);
  const onlyGroups = result.status === 'not_agreed' && split.length === 0 && differ;
  const diverging = onlyGroups ? ranked.filter((id) => !critical.includes(id) && of(id)?.deltas?.[0]?.divergence) : [];
  return [...unknown, ...split, ...other, ...diverging].filter((id) => {
    const question = questions?.[id];
    const settled = question?.settled || question?.enough || of(id)?.stability?.stable || (question?.round ?? 0) >= 3;
    return question?.state === 'revealed' && !settled;
  });
}

interface Row {
  readonly room: string;
  holds(it: View, desk: Desk): boolean;
  /** What the primary is. */
  primary(it: View, desk: Desk): DeskAction['kind'];
}

const inState = ({ questions }: View, state: string) => ORDER.filter((id) => questions?.[id]?.state === state);
const isCo = ({ role }: Desk) => role === 'cofacilitator';
const overDays = ({ setup: { pace } }: View) => pace === 'over_days';
const topics = (it: View, { result }: Desk) => (result ? talk(it, result) : []);
const enough = ({ joined, proxies = 0 }: View) => joined >= 5 && (joined === proxies || joined - proxies >= 5);
const tooFewPeople = ({ result }: Desk) =>
  result?.status === 'too_few' &&
  (result.n < result.k || !result.factors.some(({ id, unknown }) => unknown && result.critical?.includes(id)));

const TABLE: readonly Row[] = [
  { room: 'ended', holds: ({ phase }) => phase === 'ended', primary: (_, desk) => (isCo(desk) ? 'left_to_facilitator' : 'save') },
  { room: 'paused', holds: ({ paused }) => paused === true, primary: () => 'resume' },
  { room: 'open, over days', holds: (it) => inState(it, 'open').length > 0 && overDays(it), primary: () => 'remind' },
  { room: 'open', holds: (it) => inState(it, 'open').length > 0, primary: () => 'reveal' },
  { room: 'closed, not shown', holds: (it) => inState(it, 'closed').length > 0, primary: () => 'reveal' },
  {
    room: 'nobody joined, nothing shown',
    holds: ({ joined, published, decision }) => joined === 0 && !published && !decision,
    // A desk that does not have the wall's link has the message to give.
    primary: (it, { wall }) => (overDays(it) || !wall ? 'invite' : 'open_wall'),
  },
  // Together and over days those not opened yet come before anything else too.
  { room: 'none opened; one by one, more left', holds: (it) => inState(it, 'waiting').some((id) => !it.questions?.[id]?.skipped), primary: () => 'open' },
  { room: 'only skipped ones left', holds: (it) => inState(it, 'waiting').length > 0, primary: () => 'open' },
  { room: 'decided, and answers are newer', holds: ({ decision, answers_newer }) => !!decision && !!answers_newer, primary: () => 'check_decision' },
  { room: 'decided', holds: ({ decision }) => !!decision, primary: (_, desk) => (isCo(desk) ? 'left_to_facilitator' : 'end') },
  { room: 'too few people', holds: (_, desk) => tooFewPeople(desk), primary: (it) => (enough(it) ? 'ask_all' : 'invite') },
  { room: 'advice not loaded yet', holds: (_, { result }) => !result, primary: (_, { engineFailed }) => (engineFailed ? 'decide' : 'await_advice') },
  { room: 'TALK, over days', holds: (it, desk) => topics(it, desk).length > 0 && overDays(it), primary: () => 'ask_again' },
  {
    room: 'TALK, not on the wall',
    holds: (it, desk) => topics(it, desk).length > 0 && !topics(it, desk).includes(it.focus ?? ''),
    primary: () => 'show',
  },
  { room: 'TALK, on the wall', holds: (it, desk) => topics(it, desk).length > 0, primary: () => 'ask_again' },
  { room: 'else', holds: () => true, primary: () => 'decide' },
];

const firstRow = (it: View, desk: Desk): Row => TABLE.find((row) => row.holds(it, desk)) as Row;

describe('the next step, over every state of a room', () => {
  it('is that of the first row of the table that holds, and every row is reached', () => {
    const roll = dice(12);
    const reached = new Map<string, number>();
    const wrong: unknown[] = [];
    for (let count = 0; count < STATES; count += 1) {
      const [it, desk] = roomBy(roll);
      const row = firstRow(it, desk);
      const { kind } = deskAction(it, desk);
      if (kind !== row.primary(it, desk)) wrong.push({ room: row.room, kind, it, desk });
      reached.set(row.room, (reached.get(row.room) ?? 0) + 1);
    }
    expect(wrong).toEqual([]);
    expect([...reached.keys()].sort()).toEqual(TABLE.map(({ room }) => room).sort());
    expect(Math.min(...reached.values())).toBeGreaterThan(20);
  });

  it('asks nothing again but what the advice hangs on, its first or the one on the wall', () => {
    const roll = dice(34);
    let asked = 0;
    for (let count = 0; count < STATES; count += 1) {
      const [it, desk] = roomBy(roll);
      const action = deskAction(it, desk);
      const again = commandsOf(action).flatMap((command) =>
        command.kind === 'open' ? command.questions.filter(({ factor }) => it.questions?.[factor]?.state === 'revealed') : [],
      );
      // Too few people to advise: nothing stands that could be talked about, and all is asked again.
      if (again.length === 0 || action.kind === 'ask_all') continue;
      asked += 1;
      const list = topics(it, desk);
      const expected = it.setup.pace !== 'over_days' && list.includes(it.focus ?? '') ? it.focus : list[0];
      expect(again).toEqual([{ factor: expected, round: (it.questions?.[expected ?? '']?.round ?? 0) + 1 }]);
    }
    expect(asked).toBeGreaterThan(100);
  });

  it('counts those who have answered, and those who would be left out', () => {
    const roll = dice(45);
    const seen = { one: 0, several: 0, closed: 0, left: 0 };
    for (let count = 0; count < STATES; count += 1) {
      const [it, desk, here] = roomBy(roll);
      const action = deskAction(it, desk);
      const reveal = action.kind === 'remind' ? action.reveal : action;
      if (reveal.kind !== 'reveal') continue;
      const closed = inState(it, 'closed');
      if (reveal.closed) {
        const only = it.questions?.[closed[0] ?? ''];
        const counted = { answered: only?.answered, joined: only?.of?.[only.round - 1] };
        expect(reveal.counted).toEqual(closed.length === 1 ? counted : undefined);
        seen.closed += 1;
        continue;
      }
      const open = inState(it, 'open').length;
      const everybody = Object.values(it.people ?? {});
      const unfinished = everybody.filter(({ answered }) => answered < open);
      const present = unfinished.filter(({ at, proxy }) => overDays(it) || proxy === true || here[at] === true);
      expect(reveal).toMatchObject({
        answered: everybody.length - unfinished.length,
        some: everybody.filter(({ answered }) => answered > 0).length,
        joined: it.joined,
        leaves: present.length,
      });
      seen[open === 1 ? 'one' : 'several'] += 1;
      if (present.length > 0) seen.left += 1;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });

  it('goes on to the decision, or to its form where everybody sees the advice, whichever question is in sight', () => {
    const roll = dice(67);
    let both = 0;
    for (let count = 0; count < STATES; count += 1) {
      const [it, desk] = roomBy(roll);
      const action = deskAction(it, desk);
      if (action.kind !== 'decide') continue;
      expect(action.shown).toBe(it.deciding === true);
      if (it.deciding && it.focus) both += 1;
    }
    expect(both).toBeGreaterThan(20);
  });

  it('shows on the wall the first question that the advice hangs on', () => {
    const roll = dice(56);
    for (let count = 0; count < STATES; count += 1) {
      const [it, desk] = roomBy(roll);
      const action = deskAction(it, desk);
      if (action.kind === 'show') expect(action.topic.factor).toBe(topics(it, desk)[0]);
    }
  });

  it('never names a closing time that is over, and takes it away before anything is opened', () => {
    const roll = dice(78);
    for (let count = 0; count < STATES; count += 1) {
      const [it, desk] = roomBy(roll);
      const action = deskAction(it, desk);
      if (!('until' in action)) continue;
      expect(typeof action.until === 'number' && action.until <= NOW).toBe(false);
      const isOver = overDays(it) && it.setup.closing_ms !== undefined && it.setup.closing_ms <= NOW;
      expect(commandsOf(action)[0]?.kind).toBe(isOver ? 'closing' : 'open');
    }
  });

  it('has beside it what its row names', () => {
    const roll = dice(90);
    const named: { readonly [room: string]: readonly string[] } = {
      ended: [],
      paused: [],
      'open, over days': ['close_early'],
      'closed, not shown': ['open_again'],
      'decided, and answers are newer': ['keep_decision'],
      decided: ['change_decision'],
      'too few people': ['decide', 'copy_open'],
      'advice not loaded yet': [],
      'TALK, over days': ['add_fact', 'leave_it', 'decide'],
      'TALK, not on the wall': ['decide'],
      'TALK, on the wall': ['add_fact', 'leave_it', 'decide'],
    };
    for (let count = 0; count < STATES; count += 1) {
      const [it, desk] = roomBy(roll);
      const kinds = movesOf(it, deskAction(it, desk), desk).map(({ kind }) => kind);
      const { room } = firstRow(it, desk);
      for (const kind of named[room] ?? []) expect(kinds, room).toContain(kind);
    }
  });
});
