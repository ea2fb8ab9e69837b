// What the desk calls the scene that everybody decides in front of.
import { isAgreed } from '../../advice/standing.ts';
import { tooFewPeople } from '../../state/desk/action.ts';
import type { Result, View } from '../../state/model/types.ts';
import type { Say } from '../../words/say.ts';

/** What speaks first there: a decision, an advice only where one is agreed, or how far the group has come. */
export function adviceWords({ decision }: View, result: Result | undefined, say: Say): string {
  if (decision) return say('desk.on_wall.decision');
  if (!result) return say('desk.on_wall.answers');
  if (isAgreed(result)) return say('desk.on_wall.advice');
  if (result.status === 'incomplete') return say('desk.on_wall.incomplete');
  if (result.status === 'not_agreed') return say('desk.on_wall.not_agreed');
  return say(tooFewPeople(result) ? 'desk.on_wall.too_few' : 'desk.on_wall.unknown');
}

/** Going on to the decision, with what the wall will then show. */
export function decideLabel(view: View, result: Result | undefined, say: Say): string {
  const isAdvice = !view.decision && result !== undefined && isAgreed(result);
  return isAdvice ? say('desk.decide') : say('desk.decide.so_far', { what: adviceWords(view, result, say) });
}
