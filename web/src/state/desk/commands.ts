import type { Command } from '../../../../client-wasm/contract.ts';
import type { View } from '../model/types.ts';
import { untilOf, type DeskAction, type QuestionRef, type Until } from './action.ts';
import type { Move } from './moves.ts';

/** A closing time that is over would close at once what is opened: it goes first. */
function opening(questions: readonly QuestionRef[], until: Until): readonly Command[] {
  const open = { kind: 'open', questions } as const;
  return until === 'past' ? [{ kind: 'closing' }, open] : [open];
}

/** What is asked of the room by the next step; nothing where it is done at the desk alone. */
export function commandsOf(action: DeskAction): readonly Command[] {
  switch (action.kind) {
    case 'resume':
      return [{ kind: 'pause', paused: false }];
    case 'reveal':
      return [{ kind: 'reveal', questions: action.questions }];
    case 'open':
    case 'ask_all':
      return opening(action.questions, action.until);
    case 'ask_again':
      return opening([{ factor: action.topic.factor, round: action.topic.round }], action.until);
    case 'show':
      return [{ kind: 'focus', factor: action.topic.factor }];
    case 'decide':
      return action.shown ? [] : [{ kind: 'focus', decision: true }];
    case 'end':
      return [{ kind: 'end' }];
    case 'save':
    case 'left_to_facilitator':
    case 'remind':
    case 'open_wall':
    case 'invite':
    case 'check_decision':
    case 'await_advice':
      return [];
  }
}

/** The same of a smaller step. */
export function commandsOfMove(move: Move): readonly Command[] {
  switch (move.kind) {
    case 'close_early':
      return commandsOf(move.reveal);
    case 'open_again':
      return [{ kind: 'open', questions: move.questions }];
    case 'open':
      return commandsOf(move.open);
    case 'ask_all':
      return commandsOf(move.all);
    case 'again':
      return [{ kind: 'open', questions: [move.question] }];
    case 'skip':
      return [{ kind: 'skip', factor: move.factor, skipped: true }];
    case 'back':
      return [{ kind: 'focus', factor: move.factor }];
    case 'show':
      return [{ kind: 'focus', factor: move.topic.factor }];
    case 'decide':
      return [{ kind: 'focus', decision: true }];
    case 'keep_decision':
      return move.against ? [] : [{ kind: 'keep_decision' }];
    case 'leave_it':
      return [{ kind: 'settle', ...move.question, settled: true }];
    case 'minute_more':
    case 'change_decision':
    case 'copy_open':
    case 'add_fact':
      return [];
  }
}

export const isOpening = (commands: readonly Command[]): boolean => commands.some(({ kind }) => kind === 'open');

/** Over days, whether these open what nothing would close by itself: the desk asks first. */
export function opensWithoutEnd(commands: readonly Command[], view: View, now_ms: number): boolean {
  return view.setup.pace === 'over_days' && isOpening(commands) && typeof untilOf(view, now_ms) !== 'number';
}
