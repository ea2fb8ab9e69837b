import { stateOf } from '../model/question_state.ts';
import type { Person, View } from '../model/types.ts';
import { isEnough, isHere } from './presence.ts';

function openOf(view: View): readonly string[] {
  return view.setup.order.filter((factor) => stateOf(view, factor) === 'open');
}

/** How many people have answered every open question; and how many at least one. Never more than joined. */
export function answeredOpen(view: View): { readonly all: number; readonly some: number; readonly open: number } {
  const open = openOf(view);
  const only = view.questions?.[open[0] ?? ''];
  if (only && open.length === 1) return { all: only.answered, some: only.answered, open: 1 };
  const people = Object.values(view.people ?? {});
  return {
    all: open.length === 0 ? 0 : people.filter((person) => person.answered >= open.length).length,
    some: people.filter((person) => person.answered > 0).length,
    open: open.length,
  };
}

/** Somebody whose phone is heard, or who has none and sits here. */
function isPresent(person: Person, here: string | undefined): boolean {
  return person.proxy === true || isHere(here, person.at);
}

export type Unanswered = readonly [id: string, person: Person];

/** Who has not answered everything that is open, in the order in which they joined: over days everybody, for
 *  nobody sits there and waits, else those who are present. */
export function notAnswered(view: View, here: string | undefined): readonly Unanswered[] {
  const open = openOf(view).length;
  return Object.entries(view.people ?? {})
    .filter(([, person]) => person.answered < open)
    .filter(([, person]) => view.setup.pace === 'over_days' || isPresent(person, here))
    .sort(([, a], [, b]) => a.at - b.at);
}

/** Whether enough have joined that their answers could be shown. */
export function enoughJoined({ joined, proxies, setup }: View): boolean {
  return isEnough(joined, proxies ?? 0, setup.min_group);
}

/** Whether enough have answered one of these questions at the least. How many of them have no phone is not known. */
export function enoughAnswered(view: View, factors: readonly string[]): boolean {
  return factors.some((factor) => (view.questions?.[factor]?.answered ?? 0) >= view.setup.min_group);
}
