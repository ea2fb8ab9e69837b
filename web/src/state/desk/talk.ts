import type { FactorResult, Question, Result, View } from '../model/types.ts';

/** A question worth talking about: the advice hangs on it. */
export interface Topic {
  readonly factor: string;
  /** The round that asking it again would begin. */
  readonly round: number;
  /** Too many could not answer it: somebody who knows is to be heard. */
  readonly unknown: boolean;
  /** The advice of everybody does not hang on it: groups alone answer it differently. */
  readonly groups?: true;
}

/** After these many rounds a question is not asked again. */
export const MOST_ROUNDS = 3;

/** Levels of advice from which on two views are far apart, as the engine has it. */
const FAR_APART = 2;

/** Nothing more is to be won by talking: the group leaves it, its rounds are stable, or there were enough of them. */
export function isSettled({ settled, enough, round }: Question, result?: FactorResult): boolean {
  return settled === true || enough === true || round >= MOST_ROUNDS || result?.stability?.stable === true;
}

/** Pairs of groups whose own advice is far apart; with everybody's instead of a second group nothing stands there. */
function groupsApart(result: Result): readonly (readonly [a: string, b: string | undefined])[] {
  const own = result.groups.flatMap(({ id, level }) => (level === null ? [] : [{ id, level }]));
  const apart = (a: number, b: number) => Math.abs(a - b) >= FAR_APART;
  const { level } = result;
  return [
    ...own.flatMap((a, at) => own.slice(at + 1).filter((b) => apart(a.level, b.level)).map((b) => [a.id, b.id] as const)),
    ...own.filter((a) => level !== null && apart(a.level, level)).map((a) => [a.id, undefined] as const),
  ];
}

/** Whether two of these groups, each alone in its cell, answer this question differently. */
function diverges({ cells, deltas }: FactorResult, pairs: ReturnType<typeof groupsApart>): boolean {
  const alone = (cell: number) => (cells?.[cell]?.groups.length === 1 ? cells[cell].groups[0] : undefined);
  return (deltas ?? []).some(({ a, b, divergence }) => {
    const [one, other] = [alone(a), alone(b)];
    const isPair = pairs.some(([first, second]) =>
      second === undefined ? one === first || other === first : (one === first && other === second) || (one === second && other === first),
    );
    return divergence && isPair;
  });
}

/** The questions that the advice hangs on, most telling first, settled ones among them. `groups`: after them those
 *  that groups answer differently, where nobody agrees for that alone. */
function hangsOn(result: Result): { readonly critical: readonly string[]; readonly groups: readonly string[] } {
  const order = result.discuss_next ?? result.factors.map(({ id }) => id);
  const ranked = [...result.factors].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const critical = ranked.filter(({ id }) => result.critical?.includes(id));
  const isUnknown = ({ unknown }: FactorResult) => Boolean(unknown);
  const isSplit = (factor: FactorResult) => !isUnknown(factor) && factor.disagreement === true;
  const pairs = result.status === 'not_agreed' && !critical.some(isSplit) ? groupsApart(result) : [];
  const diverging = ranked.filter((factor) => !critical.includes(factor) && diverges(factor, pairs));
  const inOrder = [
    ...critical.filter(isUnknown),
    ...critical.filter(isSplit),
    ...critical.filter((factor) => !isUnknown(factor) && !isSplit(factor)),
  ];
  return { critical: inOrder.map(({ id }) => id), groups: diverging.map(({ id }) => id) };
}

/** Whether the advice hangs on nothing, asked often enough or not. */
export function hangsOnNothing(result: Result): boolean {
  const { critical, groups } = hangsOn(result);
  return critical.length + groups.length === 0;
}

/** What to talk about and ask again, in this order; nothing once all of it is settled. */
export function talkOf(view: View, result: Result): readonly Topic[] {
  const { critical, groups } = hangsOn(result);
  return [...critical, ...groups].flatMap((factor) => {
    const question = view.questions?.[factor];
    const own = result.factors.find(({ id }) => id === factor);
    if (question?.state !== 'revealed' || isSettled(question, own)) return [];
    const topic = { factor, round: question.round + 1, unknown: Boolean(own?.unknown) };
    return [groups.includes(factor) ? { ...topic, groups: true as const } : topic];
  });
}
