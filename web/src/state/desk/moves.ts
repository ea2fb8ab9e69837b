import { stateOf } from '../model/question_state.ts';
import type { View } from '../model/types.ts';
import { askAll, openNext, type CloseAndReveal, type Desk, type DeskAction, type OpenAction, type QuestionRef } from './action.ts';
import { againstKeeping, type AgainstKeeping } from './decision.ts';
import { talkOf, type Topic } from './talk.ts';

/** What may be done instead of the next step. */
export type Move =
  /** Close before the closing time, and show. */
  | { readonly kind: 'close_early'; readonly reveal: CloseAndReveal }
  | { readonly kind: 'minute_more' }
  | { readonly kind: 'open_again'; readonly questions: readonly QuestionRef[] }
  | { readonly kind: 'open'; readonly open: OpenAction }
  | { readonly kind: 'again'; readonly question: QuestionRef }
  | { readonly kind: 'skip' | 'back'; readonly factor: string }
  | { readonly kind: 'decide' }
  /** `against`: it cannot be kept as it is, and the form says why. */
  | { readonly kind: 'keep_decision'; readonly against?: AgainstKeeping }
  | { readonly kind: 'change_decision' }
  | { readonly kind: 'ask_all'; readonly all: DeskAction & { readonly kind: 'ask_all' } }
  | { readonly kind: 'copy_open' }
  | { readonly kind: 'show'; readonly topic: Topic }
  | { readonly kind: 'add_fact'; readonly factor: string }
  | { readonly kind: 'leave_it'; readonly question: QuestionRef };

/** An hour has room to talk about these many. */
export const MOST_TOPICS = 3;

function shownBefore(view: View, place: number): string | undefined {
  const { order } = view.setup;
  return order.slice(0, place).reverse().find((factor) => stateOf(view, factor) === 'revealed');
}

/** Where the workshop has got to: the question that is open, or the last one shown. */
function reached(view: View): string | undefined {
  const { order } = view.setup;
  return order.find((factor) => stateOf(view, factor) === 'open') ?? shownBefore(view, order.length);
}

/** Where everybody is looking. */
export function questionHere(view: View): string | undefined {
  return view.focus ?? reached(view);
}

/** Asks the question that everybody looks at once more; nothing where its answers are not shown. */
function againHere(view: View): readonly Move[] {
  const here = questionHere(view);
  const question = view.questions?.[here ?? ''];
  if (here === undefined || question?.state !== 'revealed') return [];
  return [{ kind: 'again', question: { factor: here, round: question.round + 1 } }];
}

/** Everybody looks at the question before this one again. */
function back(view: View): readonly Move[] {
  const here = questionHere(view);
  const factor = here === undefined ? undefined : shownBefore(view, view.setup.order.indexOf(here));
  return factor === undefined ? [] : [{ kind: 'back', factor }];
}

function besideOpen(view: View, { questions, skipped }: OpenAction): readonly Move[] {
  if (skipped) return [...againHere(view), { kind: 'decide' }];
  if (view.published === undefined) return [];
  const next = questions[0];
  if (view.setup.pace !== 'one_by_one' || !next) return [{ kind: 'decide' }];
  return [...againHere(view), { kind: 'skip', factor: next.factor }, ...back(view), { kind: 'decide' }];
}

/** What this round of the question might still want, or that it is left as it is. */
function besideAsking({ factor, round }: Topic): readonly Move[] {
  return [
    { kind: 'add_fact', factor },
    { kind: 'leave_it', question: { factor, round: round - 1 } },
    { kind: 'decide' },
  ];
}

function otherTopics(view: View, desk: Desk, but: Topic): readonly Move[] {
  const topics = desk.result ? talkOf(view, desk.result) : [];
  const others = topics.slice(0, MOST_TOPICS).filter(({ factor }) => factor !== but.factor);
  return others.map((topic) => ({ kind: 'show', topic }));
}

/** One more question to talk about though the advice does not hang on it, and asking the shown one again. */
function besideDeciding(view: View, { result }: Desk): readonly Move[] {
  const factor = result?.discuss_next?.find((each) => each !== view.focus && stateOf(view, each) === 'revealed');
  const round = (view.questions?.[factor ?? '']?.round ?? 0) + 1;
  const unknown = Boolean(result?.factors.find(({ id }) => id === factor)?.unknown);
  const more: readonly Move[] = factor === undefined ? [] : [{ kind: 'show', topic: { factor, round, unknown } }];
  return view.focus === undefined ? more : [...againHere(view), ...more];
}

function keeping({ decision }: View, { result }: Desk): Move {
  const against = decision && againstKeeping(decision, result);
  return { kind: 'keep_decision', ...(against ? { against } : {}) };
}

/** The smaller steps beside the next one. */
export function movesOf(view: View, action: DeskAction, desk: Desk): readonly Move[] {
  const { pace } = view.setup;
  switch (action.kind) {
    case 'remind':
      return [{ kind: 'close_early', reveal: action.reveal }];
    case 'reveal':
      if (action.closed) return [{ kind: 'open_again', questions: action.questions }];
      return [{ kind: 'minute_more' }, ...(pace === 'one_by_one' ? back(view) : [])];
    case 'open_wall':
    case 'invite': {
      if (action.kind === 'invite' && action.more) {
        return [{ kind: 'ask_all', all: askAll(view, desk.now_ms) }, { kind: 'decide' }, { kind: 'copy_open' }];
      }
      const open = openNext(view, desk.now_ms);
      return open ? [{ kind: 'open', open }] : [];
    }
    case 'open':
      return besideOpen(view, action);
    case 'check_decision':
      return [keeping(view, desk)];
    case 'end':
      return [{ kind: 'change_decision' }];
    case 'left_to_facilitator':
      return view.phase === 'ended' ? [] : [{ kind: 'change_decision' }];
    case 'ask_all':
      return [{ kind: 'decide' }, { kind: 'copy_open' }];
    case 'show':
      return [...otherTopics(view, desk, action.topic), { kind: 'decide' }];
    case 'ask_again':
      return besideAsking(action.topic);
    case 'decide':
      return besideDeciding(view, desk);
    case 'save':
    case 'resume':
    case 'await_advice':
      return [];
  }
}
