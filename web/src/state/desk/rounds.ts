import type { Reason } from '../../../../client-wasm/contract.ts';
import type { Question, View } from '../model/types.ts';

/** The newest round whose answers are shown; 0 where there is none. */
export function shownRound({ state, round }: Question): number {
  return state === 'revealed' ? round : Math.max(0, round - 1);
}

export interface ReasonRow extends Reason {
  readonly id: string;
}

/** The reasons given with a question's newest shown round: in an order that stays. */
export function reasonsFor(view: View, factor: string): readonly ReasonRow[] {
  const rows = Object.entries(view.reasons?.[factor] ?? {}).map(([id, reason]) => ({ id, ...reason }));
  return rows.sort((a, b) => a.id.localeCompare(b.id)); // the ids are random: no order of answering
}

/** How many reasons only desks see, and the first question that has some. */
export function hiddenReasons(view: View): { readonly hidden: number; readonly first?: string } {
  const { order } = view.setup;
  const counts = order.map((factor) => Object.values(view.reasons?.[factor] ?? {}).filter(({ hidden }) => hidden).length);
  const first = order[counts.findIndex((count) => count > 0)];
  const hidden = counts.reduce((sum, count) => sum + count, 0);
  return { hidden, ...(first === undefined ? {} : { first }) };
}
