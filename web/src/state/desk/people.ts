import { stateOf } from '../model/question_state.ts';
import type { Person, View } from '../model/types.ts';

export type Row = readonly [id: string, person: Person];

/** More rows than this are drawn only when asked for: nobody reads them, and they cost. */
export const MOST_ROWS = 100;

/** Everybody, in the order in which they joined. */
export function peopleRows(view: View): readonly Row[] {
  return Object.entries(view.people ?? {}).sort(([, a], [, b]) => a.at - b.at);
}

/** Those whose name on the phone or whose group has every word of what was typed. */
export function found(rows: readonly Row[], typed: string, nameOf: (person: Person) => string): readonly Row[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(([, person]) => {
    const name = nameOf(person).toLocaleLowerCase();
    return words.every((word) => name.includes(word));
  });
}

export interface ProxyQuestion {
  readonly factor: string;
  readonly n: number;
  readonly round: number;
  readonly done: boolean;
}

/** The questions that take an answer for somebody without a phone: those that are open or closed, and not shown. */
export function proxyQuestions(view: View, person: Person): readonly ProxyQuestion[] {
  return view.setup.order.flatMap((factor, index) => {
    const state = stateOf(view, factor);
    const round = view.questions?.[factor]?.round ?? 0;
    const takes = view.phase !== 'ended' && (state === 'open' || state === 'closed');
    return takes ? [{ factor, n: index + 1, round, done: person.done?.includes(factor) ?? false }] : [];
  });
}

/** The next question without an answer, after this one and going round once. */
export function nextProxyQuestion(questions: readonly ProxyQuestion[], from?: string): ProxyQuestion | undefined {
  const start = questions.findIndex(({ factor }) => factor === from) + 1;
  return [...questions.slice(start), ...questions.slice(0, start)].find(({ done, factor }) => !done && factor !== from);
}
