import { stateOf } from '../model/question_state.ts';
import { askedOf } from '../model/rounds.ts';
import type { Question, Result, Role, View } from '../model/types.ts';
import { answeredOpen, enoughJoined, notAnswered } from './answered.ts';
import { hangsOnNothing, talkOf, type Topic } from './talk.ts';

export interface QuestionRef {
  readonly factor: string;
  readonly round: number;
}

/** Closes what people answer now, and shows it. */
export interface CloseAndReveal {
  readonly kind: 'reveal';
  readonly closed: false;
  readonly questions: readonly QuestionRef[];
  /** Every one of them. */
  readonly answered: number;
  /** One of them at the least. */
  readonly some: number;
  readonly joined: number;
  /** So many would be left out who could still answer: the desk asks first. */
  readonly leaves: number;
}

/** Shows what is closed already. */
export interface RevealClosed {
  readonly kind: 'reveal';
  readonly closed: true;
  readonly questions: readonly QuestionRef[];
  /** Of a single one, as the wall counts it. Who has answered several of them nobody can tell any more. */
  readonly counted?: { readonly answered: number; readonly joined: number };
}

/** Until when what is opened takes answers. `past`: the closing time is over, and is taken away first. */
export type Until = number | 'past' | undefined;

export interface OpenAction {
  readonly kind: 'open';
  readonly questions: readonly QuestionRef[];
  readonly skipped: boolean;
  readonly until: Until;
}

/** The one thing to do next at the desk, with what it will do counted out. */
export type DeskAction =
  | { readonly kind: 'save' }
  /** A co-facilitator cannot end or save. */
  | { readonly kind: 'left_to_facilitator' }
  | { readonly kind: 'resume' }
  /** Over days, while people answer: the others are reminded; showing is still possible. */
  | { readonly kind: 'remind'; readonly reveal: CloseAndReveal }
  | CloseAndReveal
  | RevealClosed
  | { readonly kind: 'open_wall' }
  /** Nobody has joined, or too few to advise (`more`): the message with the way in is copied. */
  | { readonly kind: 'invite'; readonly more: boolean }
  | OpenAction
  | { readonly kind: 'check_decision' }
  | { readonly kind: 'end' }
  /** Too few had answered, and now enough are here. */
  | { readonly kind: 'ask_all'; readonly questions: readonly QuestionRef[]; readonly until: Until }
  | { readonly kind: 'await_advice' }
  | { readonly kind: 'show'; readonly topic: Topic }
  | { readonly kind: 'ask_again'; readonly topic: Topic; readonly until: Until }
  /** Everybody looks at the advice (`shown`: they do already), and the group decides; without `advice` where none
   *  comes. `left`: the advice hangs on a question still that is not asked again. */
  | { readonly kind: 'decide'; readonly shown: boolean; readonly advice: boolean; readonly left?: true };

/** What the next step depends on besides the view. */
export interface Desk {
  readonly result?: Result | undefined;
  /** The engine could not be fetched: no advice will come here. */
  readonly engineFailed?: boolean;
  readonly role?: Role | undefined;
  /** Who is here, in bits. */
  readonly here?: string | undefined;
  /** This desk can open the wall. */
  readonly wall?: boolean;
  /** The server's clock, in milliseconds since 1970. */
  readonly now_ms: number;
}

/** The round a question would be opened with: its own when closed unseen, the next otherwise. */
export function roundToOpen(question: Question): number {
  return question.state === 'closed' ? question.round : question.round + 1;
}

interface Found extends QuestionRef {
  readonly question: Question;
}

function withState(view: View, state: Question['state']): readonly Found[] {
  return view.setup.order.flatMap((factor) => {
    const question = view.questions?.[factor];
    return question && stateOf(view, factor) === state ? [{ factor, round: question.round, question }] : [];
  });
}

function refs(list: readonly QuestionRef[]): readonly QuestionRef[] {
  return list.map(({ factor, round }) => ({ factor, round }));
}

function toOpen(list: readonly Found[]): readonly QuestionRef[] {
  return list.map(({ factor, question }) => ({ factor, round: roundToOpen(question) }));
}

/** Over days the closing time, as far as it is to come. */
export function untilOf({ setup }: View, now_ms: number): Until {
  if (setup.pace !== 'over_days' || setup.closing_ms === undefined) return undefined;
  return setup.closing_ms > now_ms ? setup.closing_ms : 'past';
}

function revealOf(view: View, list: readonly Found[], here: string | undefined): CloseAndReveal {
  const { all, some } = answeredOpen(view);
  const leaves = notAnswered(view, here).length;
  return { kind: 'reveal', closed: false, questions: refs(list), answered: all, some, joined: view.joined, leaves };
}

function closedReveal(view: View, list: readonly Found[]): RevealClosed {
  const [only, ...more] = list;
  const counted = only && more.length === 0 ? { answered: only.question.answered, joined: askedOf(view, only.factor) } : undefined;
  return { kind: 'reveal', closed: true, questions: refs(list), ...(counted ? { counted } : {}) };
}

/** What would be opened next: the first time all or the first question, then the next or the others, and what
 *  was skipped last of all. */
export function openNext(view: View, now_ms: number): OpenAction | undefined {
  const waiting = withState(view, 'waiting');
  const notSkipped = waiting.filter(({ question }) => !question.skipped);
  const next = notSkipped.length > 0 ? notSkipped : waiting;
  if (next.length === 0) return undefined;
  const questions = toOpen(view.setup.pace === 'one_by_one' ? next.slice(0, 1) : next);
  return { kind: 'open', questions, skipped: notSkipped.length === 0, until: untilOf(view, now_ms) };
}

/** Asks everything once more, each question in a round of its own. */
export function askAll(view: View, now_ms: number): DeskAction & { readonly kind: 'ask_all' } {
  return { kind: 'ask_all', questions: toOpen(withState(view, 'revealed')), until: untilOf(view, now_ms) };
}

/** Too few people to advise, whatever they know. */
export function tooFewPeople({ status, n, k, critical, factors }: Result): boolean {
  return status === 'too_few' && (n < k || !factors.some(({ id, unknown }) => unknown && critical?.includes(id)));
}

/** Everything is shown that is to be shown: talk, ask again, decide. */
function afterAll(view: View, { result, engineFailed, now_ms }: Desk): DeskAction {
  const decide = { kind: 'decide', shown: view.deciding === true, advice: result !== undefined } as const;
  if (!result) return engineFailed ? decide : { kind: 'await_advice' };
  if (tooFewPeople(result)) return enoughJoined(view) ? askAll(view, now_ms) : { kind: 'invite', more: true };
  const topics = talkOf(view, result);
  const first = topics[0];
  if (!first) return hangsOnNothing(result) ? decide : { ...decide, left: true };
  if (view.setup.pace === 'over_days') return { kind: 'ask_again', topic: first, until: untilOf(view, now_ms) };
  const onWall = topics.find(({ factor }) => factor === view.focus);
  return onWall ? { kind: 'ask_again', topic: onWall, until: undefined } : { kind: 'show', topic: first };
}

/** Which single action the desk puts first: the first of these that holds. */
export function deskAction(view: View, desk: Desk): DeskAction {
  const { here, now_ms, role, wall } = desk;
  const facilitators = (kind: 'save' | 'end'): DeskAction => ({ kind: role === 'cofacilitator' ? 'left_to_facilitator' : kind });
  if (view.phase === 'ended') return facilitators('save');
  if (view.paused) return { kind: 'resume' };
  const open = withState(view, 'open');
  if (open.length > 0) {
    const reveal = revealOf(view, open, here);
    return view.setup.pace === 'over_days' ? { kind: 'remind', reveal } : reveal;
  }
  const closed = withState(view, 'closed');
  if (closed.length > 0) return closedReveal(view, closed);
  // Everybody may have been removed once answers are shown: those stand all the same.
  if (view.joined === 0 && view.published === undefined && !view.decision) {
    return wall && view.setup.pace !== 'over_days' ? { kind: 'open_wall' } : { kind: 'invite', more: false };
  }
  const next = openNext(view, now_ms);
  if (next) return next;
  if (view.decision) return view.answers_newer ? { kind: 'check_decision' } : facilitators('end');
  return afterAll(view, desk);
}
