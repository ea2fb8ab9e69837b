import type { QuestionState, View } from '../model/types.ts';

/** What fills the wall. */
export type WallScene =
  | { readonly kind: 'lobby' }
  | { readonly kind: 'question'; readonly id: string; readonly state: Exclude<QuestionState, 'revealed'> }
  | { readonly kind: 'questions' } // several at once
  | { readonly kind: 'reveal'; readonly id: string }
  | { readonly kind: 'advice' }
  | { readonly kind: 'ended' }; // nothing was ever shown

function inState(view: View, state: QuestionState): readonly string[] {
  return view.setup.order.filter((id) => view.questions?.[id]?.state === state);
}

function sceneOf(view: View, id: string): WallScene {
  const state = view.questions?.[id]?.state ?? 'waiting';
  return state === 'revealed' ? { kind: 'reveal', id } : { kind: 'question', id, state };
}

/** The scene follows from what the server says alone, so that a wall that is loaded again shows the same. */
export function wallScene(view: View): WallScene {
  const revealed = inState(view, 'revealed').length > 0;
  if (view.phase === 'ended') return { kind: revealed ? 'advice' : 'ended' };
  if (view.deciding && (revealed || view.decision)) return { kind: 'advice' };
  if (view.focus !== undefined && view.setup.order.includes(view.focus)) return sceneOf(view, view.focus);
  const open = inState(view, 'open');
  const live = open.length > 0 ? open : inState(view, 'closed');
  const [only] = live;
  if (only !== undefined) return live.length === 1 ? sceneOf(view, only) : { kind: 'questions' };
  return { kind: revealed ? 'advice' : 'lobby' };
}
