import type { Result } from '../state/model/types.ts';
import type { Words } from '../words/words.ts';

/** Flags that say whose view is missing: they speak second, together. */
export const HEARD_FLAGS: readonly string[] = ['lived_experience_absent', 'lived_experience_unheard', 'power_holders_unheard'];

/** Whose view is missing, in one line; nothing where nobody's is. */
export function notHeardOf(result: Result, { say }: Words): string | undefined {
  const flags = result.flags ?? [];
  const few = (who: string) => say('result.not_heard.few', { who });
  const lived = say('result.not_heard.lived');
  const who = [
    ...(flags.includes('lived_experience_absent') ? [lived] : []),
    ...(flags.includes('lived_experience_unheard') ? [few(lived)] : []),
    ...(flags.includes('power_holders_unheard') ? [few(say('result.not_heard.deciders'))] : []),
  ];
  // Apart: what stands in brackets is so of those before them alone.
  return who.length > 0 ? say('result.not_heard', { who: who.join(' · ') }) : undefined;
}
