import { same, type Json } from '../../client/merge.ts';
import { stateOf } from '../model/question_state.ts';
import type { Answer, Me, OwnAnswer, QuestionState, View } from '../model/types.ts';

/** How far one question has got for the person at this phone. `elsewhere`: they answered it on another phone
 *  of theirs, which counts and is not told. */
export type OwnState = 'unanswered' | 'elsewhere' | 'sending' | 'kept' | 'saved' | 'refused';

export interface OwnQuestion {
  readonly id: string;
  readonly position: number; // 1 … of
  readonly of: number;
  readonly state: QuestionState;
  readonly round: number;
  readonly own: OwnState;
  readonly value?: Answer;
  readonly code?: string; // why it was refused
  readonly reason?: string; // given with the answer, as far as the server has it
  readonly previous?: Answer; // in the round before this one
  readonly skipped?: true; // put off for later
}

/** This workshop's questions as the person here sees them, in the order they are asked. */
export function ownQuestions(
  view: View,
  answers: { readonly [factor: string]: OwnAnswer } = {},
  me?: Me,
): readonly OwnQuestion[] {
  const order = view.setup.order;
  return order.map((id, index) => {
    const question = view.questions?.[id];
    const round = question?.round ?? 0;
    const previous = me?.answers[id]?.[String(round - 1)];
    const reason = me?.reasons?.[id]?.[String(round)];
    const common = {
      id,
      position: index + 1,
      of: order.length,
      state: stateOf(view, id),
      round,
      ...(previous === undefined ? {} : { previous }),
      ...(reason === undefined ? {} : { reason }),
      ...(question?.skipped ? { skipped: question.skipped } : {}),
    };
    const here = answers[id];
    if (here && here.round === round) {
      const why = here.state === 'refused' ? { code: here.code } : {};
      return { ...common, own: here.state, value: here.value, ...why };
    }
    const stored = me?.answers[id]?.[String(round)];
    if (stored !== undefined) return { ...common, own: 'saved', value: stored };
    return { ...common, own: round > 0 && me?.elsewhere?.[id] === round ? 'elsewhere' : 'unanswered' };
  });
}

/** `now` with every question that is as it was `before` being that same object, and the list likewise. */
export function asBefore(before: readonly OwnQuestion[], now: readonly OwnQuestion[]): readonly OwnQuestion[] {
  const each = now.map((question, index) => {
    const was = before[index];
    return was && same(was as unknown as Json, question as unknown as Json) ? was : question;
  });
  return each.length === before.length && each.every((question, index) => question === before[index]) ? before : each;
}

/** Whether the answer got as far as this phone can bring it: nothing more is asked of the person. */
export function isDone(question: OwnQuestion): boolean {
  return question.own !== 'unanswered' && question.own !== 'refused';
}

/** The open question to go to after `from`: the one that everybody looks at, else the next without an
 *  answer, going round once; nothing when every open question has one. */
export function nextToAnswer(
  questions: readonly OwnQuestion[],
  from?: string,
  focus?: string,
): OwnQuestion | undefined {
  const start = from === undefined ? 0 : questions.findIndex((question) => question.id === from) + 1;
  const round = [...questions.slice(start), ...questions.slice(0, start)];
  const open = round.filter((question) => question.state === 'open' && !isDone(question) && question.id !== from);
  return open.find(({ id }) => id === focus) ?? open[0];
}

/** The open question before `from` in the order, if there is one. */
export function previousOpen(questions: readonly OwnQuestion[], from: string): OwnQuestion | undefined {
  const here = questions.findIndex((question) => question.id === from);
  return questions.slice(0, Math.max(here, 0)).reverse().find((question) => question.state === 'open');
}

export interface Progress {
  readonly open: number;
  readonly done: number;
  readonly revealed: number;
  readonly all: number;
  /** All answers are on the table but those of questions put off for later. */
  readonly shown: boolean;
}

export function progressOf(questions: readonly OwnQuestion[]): Progress {
  const open = questions.filter((question) => question.state === 'open');
  return {
    open: open.length,
    done: open.filter(isDone).length,
    revealed: questions.filter((question) => question.state === 'revealed').length,
    all: questions.length,
    shown: questions.every(({ state, skipped }) => state === 'revealed' || (state === 'waiting' && skipped)),
  };
}
