import type { Tone } from '../../components/notice.tsx';
import { ownSentence } from '../../state/own_sentence.ts';
import type { Phone } from '../../state/phone.ts';
import type { Words } from '../../words/words.ts';

/** What became of the answer sent last, for the screen after its own: named by its question, since
 *  another may be on screen by now. */
export function justSentSentence(phone: Phone, { say }: Words): { readonly tone: Tone; readonly text: string } | undefined {
  const question = phone.justSent.value;
  if (!question || question.state !== 'open') return undefined;
  if (phone.current.value?.id === question.id) return undefined; // its own page says it
  const { link, view } = phone.client.model.value;
  const sentence = ownSentence(question, false, { link, paused: view?.paused });
  if (!sentence || sentence.tone === 'alert') return undefined;
  const number = say('factor.number', { n: question.position, all: question.of });
  return { tone: sentence.tone, text: `${number}. ${(say as (key: string) => string)(sentence.key)}` };
}
