import type { Question, View } from './model.ts';
import { stateOf } from './question_state.ts';

export interface QuestionRef {
  readonly factor: string;
  readonly round: number;
}

/** The one thing to do next at the desk, with what it will do counted out. */
export type DeskAction =
  | { readonly kind: 'open'; readonly questions: readonly QuestionRef[]; readonly joined: number; readonly confirm: false }
  | {
      readonly kind: 'reveal';
      readonly closed: boolean; // nobody can answer these any more already
      readonly questions: readonly QuestionRef[];
      readonly answered: number;
      readonly joined: number;
      readonly confirm: boolean;
    }
  | { readonly kind: 'talk'; readonly confirm: false }
  | { readonly kind: 'save'; readonly confirm: false };

/** The round a question would be opened with: its own when closed unseen, the next otherwise. */
export function roundToOpen(question: Question): number {
  return question.state === 'closed' ? question.round : question.round + 1;
}

function withState(view: View, state: Question['state']): readonly (QuestionRef & { readonly question: Question })[] {
  return view.setup.order.flatMap((factor) => {
    const question = view.questions?.[factor];
    return question && stateOf(view, factor) === state ? [{ factor, round: question.round, question }] : [];
  });
}

function refs(list: readonly QuestionRef[]): readonly QuestionRef[] {
  return list.map(({ factor, round }) => ({ factor, round }));
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

function revealOf(view: View, list: readonly QuestionRef[], answered: number, closed: boolean): DeskAction {
  const confirm = !closed && fewerThanHalf(answered, view.joined);
  return { kind: 'reveal', closed, questions: refs(list), answered, joined: view.joined, confirm };
}

/** Which single action the desk puts first. */
export function deskAction(view: View): DeskAction {
  if (view.phase === 'ended') return { kind: 'save', confirm: false };
  const open = withState(view, 'open');
  if (open.length > 0) return revealOf(view, open, answeredOpen(view).all, false);
  const closed = withState(view, 'closed');
  if (closed.length > 0) {
    return revealOf(view, closed, Math.min(...closed.map(({ question }) => question.answered)), true);
  }
  const waiting = withState(view, 'waiting').map(({ factor, question }) => ({ factor, round: roundToOpen(question) }));
  if (waiting.length > 0) {
    const questions = view.setup.pace === 'one_by_one' ? waiting.slice(0, 1) : waiting;
    return { kind: 'open', questions, joined: view.joined, confirm: false };
  }
  return { kind: 'talk', confirm: false };
}
