// What the smaller steps beside the next one say.
import type { Move } from '../../state/desk/moves.ts';
import type { View } from '../../state/model/types.ts';
import type { Say } from '../../words/say.ts';
import { openLabel, positionOf, showLabel } from './next_words.ts';

export function moveLabel(move: Move, view: View, say: Say, language: string): string {
  switch (move.kind) {
    case 'close_early':
      return say('desk.close_early', { answered: move.reveal.answered, joined: move.reveal.joined });
    case 'minute_more':
      return say('desk.timer.minute_more');
    case 'open_again':
      return move.questions.length === 1
        ? say('desk.reopen', { n: positionOf(view, move.questions[0]?.factor) })
        : say('desk.reopen_all', { n: move.questions.length });
    case 'open':
      return openLabel(move.open, view, say, language);
    case 'again':
      return say('desk.new_round', { n: positionOf(view, move.question.factor), round: move.question.round });
    case 'skip':
      return say('desk.skip', { n: positionOf(view, move.factor) });
    case 'back':
      return say('desk.back', { n: positionOf(view, move.factor) });
    case 'decide':
      return say('desk.decide.beside');
    case 'keep_decision':
      return say('desk.keep_decision');
    case 'change_decision':
      return say('desk.decision.change');
    case 'ask_all':
      return say('desk.ask_all', { n: move.all.questions.length });
    case 'copy_open':
      return say('desk.copy_open');
    case 'show':
      return showLabel(move.topic, view, say);
    case 'add_fact':
      return say('desk.fact.add', { n: positionOf(view, move.factor) });
    case 'leave_it':
      return say('desk.leave_it', { n: positionOf(view, move.question.factor) });
  }
}
