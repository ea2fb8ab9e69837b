// What the next step says: where the workshop is, what the button does, and what follows from it.
import type { DeskAction } from '../../state/desk/action.ts';
import { questionHere } from '../../state/desk/moves.ts';
import { spokenTime } from '../../state/model/local_time.ts';
import type { View } from '../../state/model/types.ts';
import type { Say } from '../../words/say.ts';

export function positionOf(view: View, factor: string | undefined): number {
  return view.setup.order.indexOf(factor ?? '') + 1;
}

function openLabel(action: DeskAction & { readonly kind: 'open' }, view: View, say: Say, language: string): string {
  const n = action.questions.length;
  if (n === 1) return say('desk.open_one', { n: positionOf(view, action.questions[0]?.factor) });
  const { closing_ms, order, pace } = view.setup;
  if (pace === 'over_days' && closing_ms !== undefined) {
    return say('desk.open_until', { n, time: spokenTime(closing_ms, language) });
  }
  return n === order.length ? say('desk.open_all', { n }) : say('desk.open_rest', { n });
}

function revealLabel({ closed, questions, ...counts }: DeskAction & { readonly kind: 'reveal' }, say: Say): string {
  const { answered, joined } = counts;
  if (closed) return say('desk.reveal_closed', { answered, joined });
  return questions.length === 1
    ? say('desk.reveal_one', { answered, joined })
    : say('desk.reveal_all', { answered, joined });
}

/** What the button says: the action with its consequence. */
export function actionLabel(action: DeskAction, view: View, say: Say, language: string): string {
  switch (action.kind) {
    case 'open':
      return openLabel(action, view, say, language);
    case 'reveal':
      return revealLabel(action, say);
    case 'remind':
      return revealLabel(action.reveal, say);
    case 'talk': {
      const first = action.discuss?.[0];
      return first ? say('desk.new_round', { n: positionOf(view, first.factor), round: first.round }) : '';
    }
    case 'resume':
      return say('desk.resume');
    case 'show_advice':
      return say('desk.show_advice');
    case 'decide':
      return say('desk.decide');
    case 'end':
      return say('desk.end');
    case 'save':
      return say('desk.save_transcript');
    case 'leave_to_facilitator':
      return '';
  }
}

/** What pressing the button brings about. */
export function consequence(action: DeskAction, view: View, say: Say): string | undefined {
  switch (action.kind) {
    case 'open':
      return say(action.questions.length === 1 ? 'desk.then.open_one' : 'desk.then.open_all');
    case 'reveal':
      return say(view.setup.pace === 'over_days' ? 'desk.then.reveal_held' : 'desk.then.reveal');
    case 'talk':
      return action.discuss ? say('desk.then.again') : undefined;
    case 'decide':
      return say('desk.then.decide');
    case 'end':
      return say('desk.then.end');
    case 'save':
      return say('desk.save_transcript.hint');
    case 'show_advice':
      return say('desk.then.show_advice');
    case 'remind':
    case 'resume':
    case 'leave_to_facilitator':
      return undefined;
  }
}

function openSentence(view: View, say: Say, language: string): string {
  const open = view.setup.order.filter((factor) => view.questions?.[factor]?.state === 'open');
  const only = open[0];
  const round = only === undefined ? 0 : (view.questions?.[only]?.round ?? 0);
  if (open.length === 1 && round > 1) return say('desk.state.again', { n: positionOf(view, only), round });
  const { closing_ms, pace } = view.setup;
  if (pace === 'over_days' && closing_ms !== undefined) {
    return say('desk.state.open_until', { n: open.length, time: spokenTime(closing_ms, language) });
  }
  return say('desk.state.open', { n: open.length });
}

/** Where the workshop is now. */
export function stateSentences(view: View, action: DeskAction, say: Say, language: string): readonly string[] {
  if (view.phase === 'ended') return [say('desk.state.ended')];
  if (view.paused) return [say('desk.state.paused')];
  switch (action.kind) {
    case 'reveal':
      return [action.closed ? say('desk.state.closed') : openSentence(view, say, language)];
    case 'remind':
      return [openSentence(view, say, language)];
    case 'open': {
      if (action.skipped) return [say('desk.state.skipped', { n: action.questions.length })];
      if (view.joined === 0) return [say('desk.state.lobby'), say('desk.people.none')];
      if (view.published === undefined) return [say('desk.state.lobby')];
      const here = questionHere(view);
      if (view.setup.pace !== 'one_by_one' || here === undefined) return [say('desk.state.revealed')];
      return [say('desk.state.revealed_one', { n: positionOf(view, here) })];
    }
    case 'end':
      return [say('desk.state.decided')];
    case 'leave_to_facilitator':
      return [say('desk.state.decided')];
    case 'decide':
      if (action.settled === 'nothing') return [say('desk.state.revealed'), say('discuss.none')];
      if (action.settled === 'enough') return [say('desk.state.revealed'), say('desk.stop_advice')];
      return [say('desk.state.revealed')];
    default:
      return [say('desk.state.revealed')];
  }
}
