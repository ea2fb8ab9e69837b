import { stateOf } from '../model/question_state.ts';
import type { View } from '../model/types.ts';
import type { DeskAction, QuestionRef } from './action.ts';

/** What may be done instead of the next step. */
export interface Moves {
  /** Leave this question for later. */
  readonly skip?: string;
  /** Everybody looks at an earlier question again. */
  readonly back?: string;
  /** Everybody looks at this question: stop that, and go on. */
  readonly forward?: string;
  /** Ask the question just shown once more; `enough` where the engine advises against. */
  readonly again?: QuestionRef & { readonly enough: boolean };
  /** Record a decision now, leaving the rest as it is. */
  readonly decide?: true;
}

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

function backFrom(view: View): string | undefined {
  const here = questionHere(view);
  return here === undefined ? undefined : shownBefore(view, view.setup.order.indexOf(here));
}

/** The question just shown, one by one, while the next one is not open yet. */
function justShown(view: View): Moves['again'] {
  const here = questionHere(view);
  const question = here === undefined ? undefined : view.questions?.[here];
  if (here === undefined || question?.state !== 'revealed') return undefined;
  return { factor: here, round: question.round + 1, enough: question.enough ?? false };
}

/** The question that everybody was turned back to; one by one the last one shown is where they are anyway. */
function heldUp(view: View, opening: boolean): string | undefined {
  const { focus } = view;
  if (focus === undefined || stateOf(view, focus) === 'open') return undefined;
  return view.setup.pace === 'one_by_one' && opening && focus === reached(view) ? undefined : focus;
}

/** The smaller steps beside the next one. */
export function movesOf(view: View, action: DeskAction): Moves {
  if (view.phase === 'ended' || action.kind === 'resume') return {};
  const oneByOne = view.setup.pace === 'one_by_one';
  const opening = action.kind === 'open' ? action : undefined;
  const next = opening && !opening.skipped ? opening.questions[0] : undefined;
  const back = oneByOne ? backFrom(view) : undefined;
  const again = oneByOne && opening ? justShown(view) : undefined;
  const forward = action.kind === 'show_advice' ? undefined : heldUp(view, opening !== undefined);
  const done = opening?.skipped === true || action.kind === 'talk' || action.kind === 'show_advice';
  return {
    ...(oneByOne && next ? { skip: next.factor } : {}),
    ...(back === undefined ? {} : { back }),
    ...(forward === undefined ? {} : { forward }),
    ...(again === undefined ? {} : { again }),
    ...(done ? { decide: true as const } : {}),
  };
}
