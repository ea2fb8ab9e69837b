import { BUILT_IN } from '../state/model/built_in.ts';
import type { Words } from '../words/words.ts';

type BuiltIn = (typeof BUILT_IN)[number];

/** The built-in questions whose no stands in the way, with what to do about it in words of their own. */
const BARRIERS = ['power', 'senior_buy_in', 'time', 'process_resources', 'legal', 'specialist_knowledge'] as const;

const isBuiltIn = (id: string): id is BuiltIn => (BUILT_IN as readonly string[]).includes(id);
const isBarrier = (id: string): id is (typeof BARRIERS)[number] => (BARRIERS as readonly string[]).includes(id);

/** The question in a few words, still a question; a workshop's own as it is asked. */
export function briefly(id: string, { say, question }: Words): string {
  return isBuiltIn(id) ? say(`factor.${id}.q`) : question(id);
}

/** What has to be done where the answer is no, for use inside a sentence. */
export function stepFor(id: string, { say, question }: Words): string {
  return isBarrier(id) ? say(`factor.${id}.do`) : say('level.3.do.own', { question: question(id) });
}
