import type { Result, View } from './model.ts';

/** What fills the wall. */
export type WallScene =
  | { readonly kind: 'lobby' }
  | { readonly kind: 'question'; readonly id: string; readonly closed: boolean }
  | { readonly kind: 'questions' } // several are open
  | { readonly kind: 'reveal'; readonly id: string }
  | { readonly kind: 'advice' };

function inState(view: View, state: string): readonly string[] {
  return view.setup.order.filter((id) => view.questions?.[id]?.state === state);
}

/** `latest` is the question shown last, as far as this wall has seen it happen. */
export function wallScene(view: View, latest: string | undefined): WallScene {
  const open = inState(view, 'open');
  const closed = inState(view, 'closed');
  const revealed = inState(view, 'revealed');
  if (view.phase !== 'ended') {
    const live = open.length > 0 ? open : closed;
    const only = live[0];
    if (only !== undefined) {
      return live.length === 1 ? { kind: 'question', id: only, closed: open.length === 0 } : { kind: 'questions' };
    }
  }
  if (revealed.length === view.setup.order.length || (view.phase === 'ended' && revealed.length > 0)) {
    return { kind: 'advice' };
  }
  const shown = latest !== undefined && revealed.includes(latest) ? latest : revealed[revealed.length - 1];
  return shown === undefined ? { kind: 'lobby' } : { kind: 'reveal', id: shown };
}

/** The questions that are shown in `now` and were not in `before`. */
export function newlyRevealed(before: View | undefined, now: View): readonly string[] {
  const shown = (view: View | undefined, id: string) => {
    const question = view?.questions?.[id];
    return question?.state === 'revealed' ? question.round : 0;
  };
  return now.setup.order.filter((id) => shown(now, id) > shown(before, id));
}

/** "14:02", in the reader's own clock. */
export function clockTime(when: Date, language: string): string {
  return when.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** Whether the picture of this factor may be drawn. */
export function hasPicture(result: Result | undefined, id: string): boolean {
  return result?.factors.some((factor) => factor.id === id && factor.counts) ?? false;
}
