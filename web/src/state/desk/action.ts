import { stateOf } from '../model/question_state.ts';
import type { Question, Result, Role, View } from '../model/types.ts';

export interface QuestionRef {
  readonly factor: string;
  readonly round: number;
}

export interface RevealAction {
  readonly kind: 'reveal';
  readonly closed: boolean; // nobody can answer these any more already
  readonly questions: readonly QuestionRef[];
  readonly answered: number;
  readonly joined: number;
  /** Fewer than half have answered: the desk asks first. */
  readonly confirm: boolean;
}

/** Why nothing more is proposed to talk about. */
export type Settled = 'nothing' | 'enough' | 'asked' | 'unknown';

/** The one thing to do next at the desk, with what it will do counted out. */
export type DeskAction =
  | { readonly kind: 'resume' }
  | { readonly kind: 'open'; readonly questions: readonly QuestionRef[]; readonly skipped: boolean }
  | RevealAction
  /** Over days, while people answer: the others are reminded; showing is still possible. */
  | { readonly kind: 'remind'; readonly reveal: RevealAction }
  /** Everything is shown: talk about these and ask them again. Nothing while the engine is on its way. */
  | { readonly kind: 'talk'; readonly discuss: readonly QuestionRef[] | undefined }
  /** All is settled, and the wall still holds up one question: everybody should see the advice. */
  | { readonly kind: 'show_advice' }
  | { readonly kind: 'decide'; readonly settled: Settled }
  | { readonly kind: 'end' }
  | { readonly kind: 'save' }
  /** A co-facilitator cannot end or save. */
  | { readonly kind: 'leave_to_facilitator' };

/** What the next step depends on besides the view. */
export interface Desk {
  readonly result?: Result | undefined;
  readonly role?: Role | undefined;
}

/** The engine ranks every question; an hour has room to talk about these many and ask them again. */
export const MOST_TO_DISCUSS = 3;

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

function skippedOrNot(list: readonly Found[], skipped: boolean): readonly Found[] {
  return list.filter(({ question }) => (question.skipped ?? false) === skipped);
}

/** How many people have answered every open question; and how many at least one. Never more than joined. */
export function answeredOpen(view: View): { readonly all: number; readonly some: number; readonly open: number } {
  const open = withState(view, 'open');
  const only = open[0];
  if (only && open.length === 1) {
    return { all: only.question.answered, some: only.question.answered, open: 1 };
  }
  const people = Object.values(view.people ?? {});
  return {
    all: open.length === 0 ? 0 : people.filter((person) => person.answered >= open.length).length,
    some: people.filter((person) => person.answered > 0).length,
    open: open.length,
  };
}

/** Fewer than half have answered: showing now leaves most people out, so the desk asks first. */
export function fewerThanHalf(answered: number, joined: number): boolean {
  return answered * 2 < joined;
}

function revealOf(view: View, list: readonly Found[], answered: number, closed: boolean): RevealAction {
  const confirm = !closed && fewerThanHalf(answered, view.joined);
  return { kind: 'reveal', closed, questions: refs(list), answered, joined: view.joined, confirm };
}

/** What to talk about and ask again; or why nothing is proposed. */
export function discussionOf(view: View, result: Result): readonly QuestionRef[] | Settled {
  const ranked = result.discuss_next;
  if (!ranked) return 'unknown';
  const shown = new Map(withState(view, 'revealed').map((found) => [found.factor, found.question]));
  const open = ranked.flatMap((factor) => {
    const question = shown.get(factor);
    return question ? [{ factor, round: question.round + 1, enough: question.enough ?? false }] : [];
  });
  if (open.length === 0) return 'nothing';
  const left = open.filter(({ enough }) => !enough);
  if (left.length === 0) return 'enough';
  const again = [...shown.values()].filter(({ round }) => round > 1).length;
  return again >= MOST_TO_DISCUSS ? 'asked' : refs(left.slice(0, MOST_TO_DISCUSS - again));
}

function afterAll(view: View, { result, role }: Desk): DeskAction {
  if (view.decision) return { kind: role === 'cofacilitator' ? 'leave_to_facilitator' : 'end' };
  const skipped = skippedOrNot(withState(view, 'waiting'), true);
  if (skipped.length > 0) {
    const questions = toOpen(view.setup.pace === 'one_by_one' ? skipped.slice(0, 1) : skipped);
    return { kind: 'open', questions, skipped: true };
  }
  if (!result) return { kind: 'talk', discuss: undefined };
  const discuss = discussionOf(view, result);
  if (typeof discuss !== 'string') return { kind: 'talk', discuss };
  return view.focus === undefined ? { kind: 'decide', settled: discuss } : { kind: 'show_advice' };
}

/** Which single action the desk puts first. */
export function deskAction(view: View, desk: Desk = {}): DeskAction {
  if (view.phase === 'ended') return { kind: desk.role === 'cofacilitator' ? 'leave_to_facilitator' : 'save' };
  if (view.paused) return { kind: 'resume' };
  const open = withState(view, 'open');
  if (open.length > 0) {
    const reveal = revealOf(view, open, answeredOpen(view).all, false);
    return view.setup.pace === 'over_days' ? { kind: 'remind', reveal } : reveal;
  }
  const closed = withState(view, 'closed');
  if (closed.length > 0) {
    return revealOf(view, closed, Math.min(...closed.map(({ question }) => question.answered)), true);
  }
  const waiting = skippedOrNot(withState(view, 'waiting'), false);
  if (waiting.length > 0) {
    const questions = toOpen(view.setup.pace === 'one_by_one' ? waiting.slice(0, 1) : waiting);
    return { kind: 'open', questions, skipped: false };
  }
  return afterAll(view, desk);
}
