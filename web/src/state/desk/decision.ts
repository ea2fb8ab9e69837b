import type { Decision, Level, Shared, Task } from '../../../../client-wasm/contract.ts';
import type { Result } from '../model/types.ts';

export const SHAREABLE: readonly Shared[] = ['design', 'decisions', 'delivery'];

/** The lowest approach in which people share power at all. */
const SHARES: Level = 2;

/** The lowest advice that is co-production by name. */
const COPRODUCTION: Level = 3;

/** What was decided: an approach, or that the group does not agree. */
export type Choice = Level | 'not_agreed';

/** A decision as it is being written. Nothing is chosen for the group. */
export interface DecisionDraft {
  readonly choice: Choice | undefined;
  readonly one: string;
  readonly other: string;
  readonly next: string;
  readonly shared: readonly Shared[];
  /** Said outright: power is shared nowhere. */
  readonly nowhere: boolean;
  readonly name: string;
  /** By factor. */
  readonly tasks: { readonly [factor: string]: { readonly who: string; readonly by: string } };
  readonly review: string;
  readonly why: string;
}

/** Starts with what is recorded, else with nothing. */
export function decisionDraft(recorded: Decision | undefined): DecisionDraft {
  const { approach, views, shared = [], tasks = [], name = '', review = '', why = '' } = recorded ?? {};
  return {
    choice: approach ?? (views ? 'not_agreed' : undefined),
    one: views?.one ?? '',
    other: views?.other ?? '',
    next: views?.next ?? '',
    shared,
    nowhere: recorded !== undefined && shared.length === 0,
    name,
    tasks: Object.fromEntries(tasks.map(({ factor, who = '', by = '' }) => [factor, { who, by }])),
    review,
    why,
  };
}

export function withShared(shared: readonly Shared[], one: Shared, wanted: boolean): readonly Shared[] {
  return SHAREABLE.filter((each) => (each === one ? wanted : shared.includes(each)));
}

/** Whether it is asked where power is shared. */
export function asksWhere({ choice }: DecisionDraft): boolean {
  return typeof choice === 'number' && choice >= SHARES;
}

/** The barriers that somebody has to see to before co-producing: those asked about and short of a yes, and those already given to
 *  somebody. */
export function tasksOf(draft: DecisionDraft, result: Result | undefined): readonly string[] {
  if (typeof draft.choice !== 'number' || draft.choice < COPRODUCTION) return [];
  const short = (result?.factors ?? []).filter(({ role, zone }) => role !== 'case_for' && zone !== undefined && zone !== 'yes').map(({ id }) => id);
  const given = Object.keys(draft.tasks).filter((factor) => !short.includes(factor));
  return [...short, ...given];
}

/** The advice as far as the group agrees on it. */
function agreedLevel(result: Result | undefined): Level | undefined {
  return result?.status === 'not_agreed' ? undefined : (result?.level ?? undefined);
}

/** Another approach than the one that was advised. */
export function differs({ choice }: DecisionDraft, result: Result | undefined): boolean {
  const level = agreedLevel(result);
  return typeof choice === 'number' && level !== undefined && choice !== level;
}

/** With and without hyphens of any kind; Welsh with its mutations (cyd-, gyd-, chyd-, nghyd-). */
const NAMES = /(^|[^\p{L}])(co[\s_\p{Pd}]?produc|(c|g|ch|ngh)yd[\s_\p{Pd}]?gynhyrch)/iu;

/** The name says that this is co-production, in English or in Welsh. */
export function readsLikeCoproduction(name: string): boolean {
  return NAMES.test(name.normalize('NFC'));
}

/** Why the name should be looked at once more before it is recorded; nothing where it is right. */
export type Rebadging = 'approach' | 'not_advised' | 'not_shared';

export function rebadging(draft: DecisionDraft, result: Result | undefined): Rebadging | undefined {
  if (!readsLikeCoproduction(draft.name)) return undefined;
  if (typeof draft.choice !== 'number' || draft.choice < COPRODUCTION) return 'approach';
  if ((agreedLevel(result) ?? 0) < COPRODUCTION) return 'not_advised';
  return draft.shared.includes('decisions') ? undefined : 'not_shared';
}

/** Whether the record has to say why: it differs from the advice, or the name was warned of. */
export function needsWhy(draft: DecisionDraft, result: Result | undefined): boolean {
  return differs(draft, result) || rebadging(draft, result) !== undefined;
}

/** What stands against keeping a decision: its name would have to be warned of, a reason is missing, or nobody can
 *  tell because the advice is not here. */
export type AgainstKeeping = 'name' | 'why' | 'advice';

/** What is recorded beside the advice as it is now; nothing where it can be kept as it is. */
export function againstKeeping(recorded: Decision, result: Result | undefined): AgainstKeeping | undefined {
  if (!result) return 'advice';
  const draft = decisionDraft(recorded);
  if (rebadging(draft, result) && !recorded.warned) return 'name';
  return needsWhy(draft, result) && draft.why.trim() === '' ? 'why' : undefined;
}

/** What is still missing, by its field, in the order of the form. */
export type Missing = 'choice' | 'one' | 'other' | 'shared' | 'why';

export function missingIn(draft: DecisionDraft, result: Result | undefined): readonly Missing[] {
  const { choice, shared, nowhere } = draft;
  const isEmpty = (text: string) => text.trim() === '';
  return [
    ...(choice === undefined ? (['choice'] as const) : []),
    ...(choice === 'not_agreed' && isEmpty(draft.one) ? (['one'] as const) : []),
    ...(choice === 'not_agreed' && isEmpty(draft.other) ? (['other'] as const) : []),
    ...(asksWhere(draft) && shared.length === 0 && !nowhere ? (['shared'] as const) : []),
    ...(choice !== undefined && needsWhy(draft, result) && isEmpty(draft.why) ? (['why'] as const) : []),
  ];
}

/** A member of what is sent; one left empty is left out. */
function text<Name extends string>(name: Name, typed: string): { readonly [name in Name]?: string } {
  const clean = typed.trim();
  return (clean === '' ? {} : { [name]: clean }) as { readonly [name in Name]?: string };
}

/** What is sent once nothing is missing: without what was left empty or is not asked for any more. */
export function decisionOf(draft: DecisionDraft, result: Result | undefined): Decision | undefined {
  if (draft.choice === undefined || missingIn(draft, result).length > 0) return undefined;
  const what =
    draft.choice === 'not_agreed'
      ? { views: { one: draft.one.trim(), other: draft.other.trim(), ...text('next', draft.next) } }
      : { approach: draft.choice };
  const tasks = tasksOf(draft, result).map(
    (factor): Task => ({ factor, ...text('who', draft.tasks[factor]?.who ?? ''), ...text('by', draft.tasks[factor]?.by ?? '') }),
  );
  return {
    ...what,
    shared: asksWhere(draft) ? draft.shared : [],
    ...(tasks.length > 0 ? { tasks } : {}),
    ...text('review', draft.review),
    ...text('name', draft.name),
    ...(needsWhy(draft, result) ? text('why', draft.why) : {}),
    ...(rebadging(draft, result) ? { warned: true } : {}),
  };
}
