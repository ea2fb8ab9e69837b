import type { Tone } from '../../components/notice.tsx';
import { ownSentence } from '../../state/phone/own_sentence.ts';
import type { Phone } from '../../state/phone/phone.ts';
import type { OwnQuestion } from '../../state/phone/progress.ts';
import { refusalSentence } from '../../words/refusal.ts';
import { known, type Say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';

interface Told {
  readonly tone: Tone;
  readonly text: string;
}

/** The state of the answer to this question in words; nothing when there is nothing to say. */
export function answerSentence(phone: Phone, question: OwnQuestion, unsent: boolean, say: Say): Told | undefined {
  const sentence = ownSentence(question, unsent, { link: phone.link.value, paused: phone.paused.value });
  if (!sentence) return undefined;
  const reason = refusalSentence({ code: question.code ?? '' }, { say, known });
  return { tone: sentence.tone, text: (say as (key: string, values: object) => string)(sentence.key, { reason }) };
}

/** What became of the answer sent last, for the screen after its own: named by its question, since
 *  another may be on screen by now. */
export function justSentSentence(phone: Phone, { say }: Words): Told | undefined {
  const question = phone.justSent.value;
  if (!question || phone.current.value?.id === question.id) return undefined; // its own page says it
  // An answer that was counted is in the picture; one that was not has to be told of.
  if (question.state === 'revealed' && question.own === 'saved') return undefined;
  const sentence = answerSentence(phone, question, false, say);
  const number = say('factor.number', { n: question.position, all: question.of });
  return sentence && { tone: sentence.tone, text: `${number}. ${sentence.text}` };
}
