import type { Model, View } from '../model/types.ts';
import { nextToAnswer, progressOf, type OwnQuestion } from './progress.ts';

/** Where on the phone a person is. Each place is one screen. */
export type Place =
  | 'connecting'
  | 'stopped'
  | 'joining' // consent and group
  | 'asked' // joining is locked: waiting to be let in
  | 'turned_away'
  | 'needs_invitation'
  | 'ended' // nothing was ever shown
  | 'lobby'
  | 'question'
  | 'list'
  | 'waiting'
  | 'results'
  | 'advice';

/** What the person chose to look at; `question` names the one on screen. */
export interface Choice {
  readonly tab?: 'questions' | 'results' | 'advice' | undefined;
  readonly question?: string | undefined;
  readonly list?: boolean | undefined;
}

/** How somebody who has not joined came to the door. */
export interface Arrival {
  readonly invitation?: string | undefined;
  /** Asked to come in, and was not let in. */
  readonly turnedAway?: boolean;
}

/** Parts of the workshop that can be looked at now, in the order of the tabs. */
export function tabsOf(questions: readonly OwnQuestion[]): readonly NonNullable<Choice['tab']>[] {
  const { open, revealed } = progressOf(questions);
  const tabs: NonNullable<Choice['tab']>[] = [];
  if (open > 0) tabs.push('questions');
  if (revealed > 0) tabs.push('results', 'advice');
  return tabs;
}

function placeInQuestions(questions: readonly OwnQuestion[], choice: Choice): Place {
  if (choice.list) return 'list';
  // The question on screen stays there, also when it closes under the person or has its answer.
  if (choice.question !== undefined) return 'question';
  return nextToAnswer(questions) ? 'question' : 'list';
}

/** At the door: what somebody who has not joined can do. */
function placeOutside(model: Model, view: View, arrival: Arrival): Place {
  if (model.waiting) return 'asked';
  if (arrival.turnedAway && view.door === 'locked') return 'turned_away';
  return view.door === 'invited' && arrival.invitation === undefined ? 'needs_invitation' : 'joining';
}

export function placeOf(
  model: Model,
  questions: readonly OwnQuestion[],
  choice: Choice,
  arrival: Arrival = {},
): Place {
  if (model.link === 'stopped') return 'stopped';
  if (!model.view || !model.role) return 'connecting';
  const { deciding, phase, focus } = model.view;
  if (model.role === 'anonymous') return placeOutside(model, model.view, arrival);
  const { open, revealed, shown } = progressOf(questions);
  // A question being answered is never taken away by what happens elsewhere.
  if (choice.question !== undefined && (choice.tab ?? 'questions') === 'questions') {
    return placeInQuestions(questions, choice);
  }
  if (choice.tab === 'results' && revealed > 0) return 'results';
  if (choice.tab === 'advice' && revealed > 0) return 'advice';
  if (phase !== 'ended') {
    // Everybody looks at this: so does who has chosen nothing else.
    const looking = questions.some(({ id, state }) => id === focus && state === 'revealed');
    if (deciding && revealed > 0 && choice.tab === undefined) return 'advice';
    if (looking && choice.tab === undefined) return 'results';
    if (open > 0) return placeInQuestions(questions, choice);
  }
  if (revealed > 0) return shown || phase === 'ended' ? 'advice' : 'results';
  if (phase === 'lobby') return 'lobby';
  return phase === 'ended' ? 'ended' : 'waiting';
}
