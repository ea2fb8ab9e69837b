import type { Decision } from '../../../client-wasm/contract.ts';
import type { Result, View } from '../state/model/types.ts';
import type { Words } from '../words/words.ts';
import { adviceLine, naming, statusOf, type Line, type Told } from './status.ts';

/** What is said first, and what below it. */
export interface Spoken extends Omit<Told, 'kind'> {
  readonly kind: Told['kind'] | 'decided' | 'both_views';
  /** That the name was warned of: it stays for good. */
  readonly warning?: string;
}

/** The lowest advice that is co-production by name. */
const COPRODUCTION = 3;

/** The advice beside a decision: as it was, or as it has become where answers were shown since. */
function adviceBeside(told: Told, result: Result, newer: boolean, words: Words): readonly Line[] {
  const { say } = words;
  const { level } = result;
  const when = newer ? 'since' : 'decided';
  if (told.kind === 'groups') return [{ text: say(`result.${when}.no_agreed.groups`), list: told.below.map(({ text }) => text) }];
  if (told.kind === 'split') {
    const split = result.factors.filter(({ id, disagreement }) => disagreement === true && result.critical?.includes(id));
    const line = naming(
      split.map(({ id }) => id),
      words,
      (q) => say(`result.${when}.no_agreed`, { q }),
      (n) => say(`result.${when}.no_agreed.many`, { n }),
    );
    return [line, ...told.below];
  }
  if (level === null) return [{ text: say(`result.${when}.no_advice`) }, told.largest];
  const { text, list } = adviceLine(level, result, words);
  const line = { text: say(`result.${when}.advice`, { advice: text }), ...(list ? { list } : {}) };
  return [line, ...told.below];
}

/** Why the name was warned of; nothing where it was not. */
export function warningOf({ approach, shared, warned }: Decision, { say }: Words): string | undefined {
  if (!warned) return undefined;
  if (approach === undefined || approach < COPRODUCTION) return say('result.decided.warned.approach');
  return say(shared.includes('decisions') ? 'result.decided.warned.not_advised' : 'result.decided.warned.not_shared');
}

/** That answers were shown after the decision, and what became of it; nothing where none were. */
function sinceLine({ answers_newer, decision }: View, { say }: Words): string | undefined {
  if (answers_newer) return say('result.since.changed');
  return decision?.kept ? say('result.since.kept') : undefined;
}

/** What the group decided, in one line. */
export function decidedLine({ approach }: Decision, { say }: Words): string {
  return approach === undefined
    ? say('result.decided.views')
    : say('result.decided.approach', { approach: say(`level.${approach}.name`) });
}

/** The largest words on wall, phone and desk, and those below: the status first, a decision before it. Of an
 *  advice they speak only where the group has one that is agreed, or has decided. */
export function spokenOf(result: Result, view: View, words: Words): Spoken {
  const told = statusOf(result, view, words);
  const { decision } = view;
  if (!decision) return told;
  const warning = warningOf(decision, words);
  const since = sinceLine(view, words);
  const beside = adviceBeside(told, result, since !== undefined, words);
  return {
    kind: decision.approach === undefined ? 'both_views' : 'decided',
    largest: { text: decidedLine(decision, words) },
    below: since === undefined ? beside : [{ text: since }, ...beside],
    ...(warning === undefined ? {} : { warning }),
  };
}
