import type { QuestionState, View } from './types.ts';

/** The state of a question as people see it: one that was open when the workshop ended takes no more
 *  answers, so it is closed. */
export function stateOf(view: View, factor: string): QuestionState {
  const state = view.questions?.[factor]?.state ?? 'waiting';
  return view.phase === 'ended' && state === 'open' ? 'closed' : state;
}
