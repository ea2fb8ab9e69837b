import { signal } from '@preact/signals';

import { cleaned, fitted } from '../model/reason.ts';
import type { Answer } from '../model/types.ts';
import type { OwnQuestion } from './progress.ts';

/** One answer with the reason for it. */
interface Draft {
  readonly value?: Answer;
  readonly reason?: string;
}

/** What a person has chosen and written, sent or not. Nothing from the server touches it. */
export interface Drafts {
  /** What is selected for this question's round: chosen now, else answered before. */
  chosen(question: OwnQuestion): Answer | undefined;
  /** What stands in the field for the reason. */
  reason(question: OwnQuestion): string;
  choose(question: OwnQuestion, answer: Answer): void;
  write(question: OwnQuestion, typed: string): void;
  /** Whether something was chosen or written that has not been sent. */
  isUnsent(question: OwnQuestion): boolean;
  /** The answer to send now, remembered as sent; nothing without a choice. */
  send(question: OwnQuestion): { readonly value: Answer; readonly reason: string } | undefined;
}

/** What is unsent belongs to one round of one question. */
function keyOf({ id, round }: OwnQuestion): string {
  return `${id}/${round}`;
}

export function createDrafts(): Drafts {
  const drafts = signal<{ readonly [key: string]: Draft }>({});
  const sent = signal<{ readonly [key: string]: Required<Draft> }>({});

  const change = (question: OwnQuestion, draft: Draft) => {
    const key = keyOf(question);
    drafts.value = { ...drafts.peek(), [key]: { ...drafts.peek()[key], ...draft } };
  };
  const chosen = (question: OwnQuestion) => drafts.value[keyOf(question)]?.value ?? question.value;
  const reason = (question: OwnQuestion) => drafts.value[keyOf(question)]?.reason ?? question.reason ?? '';

  return {
    chosen,
    reason,
    choose: (question, value) => change(question, { value }),
    write: (question, typed) => change(question, { reason: fitted(typed) }),
    isUnsent(question) {
      if (chosen(question) !== question.value) return true;
      const written = cleaned(reason(question));
      if (written === (question.reason ?? '')) return false;
      // On its way, or taken in the server's own spelling.
      const last = sent.value[keyOf(question)];
      return !last || last.value !== question.value || last.reason !== written;
    },
    send(question) {
      const value = chosen(question);
      if (value === undefined) return undefined;
      const answer = { value, reason: cleaned(reason(question)) };
      sent.value = { ...sent.peek(), [keyOf(question)]: answer };
      return answer;
    },
  };
}
