import { stateOf } from './question_state.ts';
import type { View } from './types.ts';

/** The newest round of a question whose answers are shown; 0 where there is none. */
export function roundShown(view: View, factor: string): number {
  const round = view.questions?.[factor]?.round ?? 0;
  return stateOf(view, factor) === 'revealed' ? round : Math.max(0, round - 1);
}

/** How many had joined when that round closed, as far as the server has said. */
export function joinedAt(view: View, factor: string, round: number): number | undefined {
  return view.questions?.[factor]?.of?.[round - 1];
}

/** Of how many the answers of the newest round are: of those who have joined while it is open, and for good of
 *  those who had when it closed. Never fewer than answered. */
export function askedOf(view: View, factor: string): number {
  const { round = 0, answered = 0 } = view.questions?.[factor] ?? {};
  const frozen = stateOf(view, factor) === 'open' ? undefined : joinedAt(view, factor, round);
  return Math.max(frozen ?? view.joined, answered);
}
