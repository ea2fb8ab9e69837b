// What the next step says: where the workshop is, what the button does, and what follows from it.
import { enoughAnswered, enoughJoined } from '../../state/desk/answered.ts';
import type { CloseAndReveal, DeskAction, OpenAction, RevealClosed, Until } from '../../state/desk/action.ts';
import { questionHere } from '../../state/desk/moves.ts';
import type { Topic } from '../../state/desk/talk.ts';
import { spokenTime } from '../../state/model/local_time.ts';
import type { Result, View } from '../../state/model/types.ts';
import type { Say } from '../../words/say.ts';
import { decideLabel } from './wall_words.ts';

export function positionOf(view: View, factor: string | undefined): number {
  return view.setup.order.indexOf(factor ?? '') + 1;
}

export function isAnyOpen({ questions }: View): boolean {
  return Object.values(questions ?? {}).some(({ state }) => state === 'open');
}

export function openLabel({ questions, until }: OpenAction, view: View, say: Say, language: string): string {
  const n = questions.length;
  if (typeof until === 'number') return say('desk.open_until', { n, time: spokenTime(until, language) });
  if (n === 1) return say('desk.open_one', { n: positionOf(view, questions[0]?.factor) });
  return n === view.setup.order.length ? say('desk.open_all', { n }) : say('desk.open_rest', { n });
}

export function revealLabel(action: CloseAndReveal | RevealClosed, say: Say): string {
  const n = action.questions.length;
  if (action.closed) return action.counted ? say('desk.reveal_closed', action.counted) : say('desk.reveal_closed.many', { n });
  const { answered, joined } = action;
  return say(n === 1 ? 'desk.reveal_one' : 'desk.reveal_all', { answered, joined });
}

export function askAgainLabel({ factor, round }: Topic, until: Until, view: View, say: Say, language: string): string {
  const n = positionOf(view, factor);
  if (typeof until === 'number') return say('desk.new_round.until', { n, time: spokenTime(until, language) });
  return say('desk.new_round', { n, round });
}

export function showLabel({ factor, unknown }: Topic, view: View, say: Say): string {
  return say(unknown ? 'desk.show_and_hear' : 'desk.show_and_talk', { n: positionOf(view, factor) });
}

function inviteMore(view: View, say: Say): string {
  const { key, n, k } = fewHere(view);
  return key === 'here' ? say('desk.invite_more', { joined: n, k }) : say('desk.invite_more.phones', { n, k });
}

/** What the button says: the action with its consequence. */
export function actionLabel(action: DeskAction, view: View, result: Result | undefined, say: Say, language: string): string {
  switch (action.kind) {
    case 'resume':
      return say(isAnyOpen(view) ? 'desk.resume' : 'desk.resume.closed');
    case 'open':
      return openLabel(action, view, say, language);
    case 'reveal':
      return revealLabel(action, say);
    case 'remind':
      return say('desk.reminder.copy', { answered: action.reveal.answered, joined: action.reveal.joined });
    case 'open_wall':
      return say('desk.open_wall');
    case 'invite':
      return action.more ? inviteMore(view, say) : say('links.message.copy');
    case 'ask_all':
      return say('desk.ask_all', { n: action.questions.length });
    case 'ask_again':
      return askAgainLabel(action.topic, action.until, view, say, language);
    case 'show':
      return showLabel(action.topic, view, say);
    case 'check_decision':
      return say('desk.check_decision');
    case 'decide':
      return action.shown ? say('desk.decide.form') : decideLabel(view, result, say);
    case 'end':
      return say('desk.end');
    case 'save':
      return say('desk.save_transcript');
    case 'left_to_facilitator':
    case 'await_advice':
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
    case 'show':
      return say(action.topic.unknown ? 'desk.then.hear' : 'desk.then.talk');
    case 'ask_again':
      return say(view.setup.pace === 'over_days' ? 'desk.then.again.days' : 'desk.then.again');
    case 'ask_all':
      return say('desk.then.ask_all');
    case 'invite':
      return action.more ? say('desk.then.invite_more') : undefined;
    case 'check_decision':
      return say('desk.then.check_decision');
    case 'decide':
      return say('desk.then.decide');
    case 'end':
      return say('desk.then.end');
    case 'save':
      return say('desk.save_transcript.hint');
    case 'open_wall':
      return say('desk.then.open_wall');
    case 'remind':
    case 'resume':
    case 'left_to_facilitator':
    case 'await_advice':
      return undefined;
  }
}

/** Too few are here, or too few of them have a phone of their own. */
function fewHere({ joined, proxies = 0, setup }: View): { readonly key: 'here' | 'phones'; readonly n: number; readonly k: number } {
  const k = setup.min_group;
  return joined >= k ? { key: 'phones', n: joined - proxies, k } : { key: 'here', n: joined, k };
}

/** Opening or closing now would show nothing, and this round would be used up. */
export function tooFewSentence(action: DeskAction, view: View, say: Say): string | undefined {
  if (action.kind === 'reveal') {
    const factors = action.questions.map(({ factor }) => factor);
    return enoughAnswered(view, factors) ? undefined : say('desk.too_few.answered', { k: view.setup.min_group });
  }
  const opens = action.kind === 'open' || action.kind === 'ask_all' || action.kind === 'ask_again';
  if (!opens || enoughJoined(view)) return undefined;
  const { key, n, k } = fewHere(view);
  return key === 'here' ? say('desk.too_few.here', { k }) : say('desk.too_few.phones', { n, k });
}

/** The same of what can be opened beside the next step: nobody is told to. */
export function tooFewToOpen(view: View, say: Say): string | undefined {
  if (enoughJoined(view)) return undefined;
  const { key, n, k } = fewHere(view);
  return key === 'here' ? say('desk.too_few.open', { k }) : say('desk.too_few.open.phones', { n, k });
}

/** How many would be left out, and that nothing would be shown where it is so. */
export function revealQuestion(action: CloseAndReveal, view: View, say: Say): string {
  const { leaves: n, some, joined, questions } = action;
  const left = view.setup.pace === 'over_days' ? say('desk.confirm.reveal.days', { n }) : say('desk.confirm.reveal', { n });
  const parts = questions.length > 1 ? [left, say('desk.confirm.reveal.some', { some, joined })] : [left];
  const few = tooFewSentence(action, view, say);
  return [...parts, ...(few === undefined ? [] : [few]), say('desk.confirm.reveal.then')].join(' ');
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

function beforeOpening({ skipped, questions }: OpenAction, view: View, say: Say): string {
  if (skipped) return say('desk.state.skipped', { n: questions.length });
  if (view.published === undefined) return say('desk.state.lobby');
  const here = questionHere(view);
  if (view.setup.pace !== 'one_by_one' || here === undefined) return say('desk.state.revealed');
  return say('desk.state.revealed_one', { n: positionOf(view, here) });
}

/** Where the workshop is now, in one sentence. */
export function stateSentence(action: DeskAction, view: View, say: Say, language: string): string {
  if (view.phase === 'ended') return say('desk.state.ended');
  switch (action.kind) {
    case 'resume':
      return say(isAnyOpen(view) ? 'desk.state.paused' : 'desk.state.paused.closed');
    case 'reveal':
      return action.closed ? say('desk.state.closed') : openSentence(view, say, language);
    case 'remind':
      return openSentence(view, say, language);
    case 'open_wall':
      return say('count.joined', { n: 0 });
    case 'invite':
    case 'ask_all':
      return action.kind === 'invite' && !action.more ? say('count.joined', { n: 0 }) : say('desk.state.too_few');
    case 'open':
      return beforeOpening(action, view, say);
    case 'check_decision':
      return say('desk.state.answers_newer');
    case 'end':
    case 'left_to_facilitator':
      return say('desk.state.decided');
    case 'ask_again':
    case 'show':
      return say(action.topic.groups ? 'desk.state.talk_groups' : 'desk.state.talk');
    case 'await_advice':
      return say('desk.state.await_advice');
    case 'decide':
      if (!action.advice) return say('result.no_engine');
      if (action.shown) return say('desk.state.deciding');
      return say(action.left ? 'desk.state.asked_enough' : 'desk.state.talked');
    case 'save':
      return say('desk.state.ended');
  }
}
