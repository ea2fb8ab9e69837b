import type { MessageKey } from '../generated/keys.ts';
import type { Say } from './say.ts';

/** A refusal's or error's code in a sentence. */
export function refusalSentence(
  { code }: { readonly code: string },
  { say, known }: { readonly say: Say; readonly known: (key: string) => key is MessageKey },
): string {
  if (code === 'unreachable') return say('error.unreachable');
  const key = `refusal.${code}`;
  if (known(key)) return (say as (key: MessageKey) => string)(key);
  return say('refusal.other', { code });
}
