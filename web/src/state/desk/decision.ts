import type { Decision, Level, Shared } from '../../../../client-wasm/contract.ts';
import type { Result } from '../model/types.ts';

export const SHAREABLE: readonly Shared[] = ['design', 'decisions', 'delivery'];

/** The lowest advice that is co-production by name. */
const COPRODUCTION: Level = 3;

/** A decision as it is being written. */
export interface DecisionDraft {
  readonly approach: Level | undefined;
  readonly shared: readonly Shared[];
  readonly name: string;
  readonly why: string;
}

/** Starts with what is recorded, else with what is advised. */
export function decisionDraft(recorded: Decision | undefined, result: Result | undefined): DecisionDraft {
  if (!recorded) return { approach: result?.level ?? undefined, shared: [], name: '', why: '' };
  const { approach, shared, name, why } = recorded;
  return { approach, shared, name: name ?? '', why: why ?? '' };
}

export function withShared(shared: readonly Shared[], one: Shared, wanted: boolean): readonly Shared[] {
  return SHAREABLE.filter((each) => (each === one ? wanted : shared.includes(each)));
}

/** Another approach than the one that was advised. */
export function differs({ approach }: DecisionDraft, result: Result | undefined): boolean {
  return approach !== undefined && result?.level !== undefined && result.level !== null && approach !== result.level;
}

/** With and without hyphens of any kind; Welsh with its mutations (cyd-, gyd-, chyd-, nghyd-). */
const NAMES = /(^|[^\p{L}])(co[\s_\p{Pd}]?produc|(c|g|ch|ngh)yd[\s_\p{Pd}]?gynhyrch)/iu;

/** The name says that this is co-production, in English or in Welsh. */
export function readsLikeCoproduction(name: string): boolean {
  return NAMES.test(name.normalize('NFC'));
}

/** Why the name should be looked at once more before it is recorded; nothing where it is right. */
export type Rebadging = 'not_advised' | 'not_shared';

export function rebadging({ name, shared }: DecisionDraft, result: Result | undefined): Rebadging | undefined {
  if (!readsLikeCoproduction(name)) return undefined;
  const level = result?.level;
  if (level !== undefined && level !== null && level < COPRODUCTION) return 'not_advised';
  return shared.includes('decisions') ? undefined : 'not_shared';
}

/** What is sent: what was left empty, and a reason that is not needed any more, is left out. */
export function decisionOf(draft: DecisionDraft, result: Result | undefined): Decision | undefined {
  const { approach, shared } = draft;
  if (approach === undefined) return undefined;
  const name = draft.name.trim();
  const why = draft.why.trim();
  const warned = rebadging(draft, result) !== undefined;
  return {
    approach,
    shared,
    ...(name === '' ? {} : { name }),
    ...(why === '' || !needsWhy(draft, result) ? {} : { why }),
    ...(warned ? { warned } : {}),
  };
}

/** Whether the record has to say why: it differs from the advice, or the name was warned of. */
export function needsWhy(draft: DecisionDraft, result: Result | undefined): boolean {
  return differs(draft, result) || rebadging(draft, result) !== undefined;
}
