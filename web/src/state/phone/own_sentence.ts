import type { MessageKey } from '../../generated/keys.ts';
import type { Link } from '../model/types.ts';
import type { OwnQuestion } from './progress.ts';

/** What a region says of a state: a sentence without arguments, and how urgent it is. An alert is read
 *  out at once, everything else when the reader pauses. */
export interface Sentence {
  readonly key: MessageKey & (`phone.state.${string}` | `refusal.${string}`);
  readonly tone: 'good' | 'wait' | 'alert' | 'plain';
}

/** Why an answer that is on its way waits on the phone. */
function keptKey(link: Link, paused: boolean): Sentence['key'] {
  if (link !== 'online') return 'phone.state.offline';
  return paused ? 'phone.state.kept_paused' : 'phone.state.busy';
}

/** The state of the answer to one question, in its own sentence; nothing when there is nothing to say.
 *  `unsent`: something else is chosen or written on screen. */
export function ownSentence(
  question: OwnQuestion,
  unsent: boolean,
  { link, paused = false }: { readonly link: Link; readonly paused?: boolean | undefined },
): Sentence | undefined {
  if (question.state !== 'open') {
    const saved = question.own === 'saved' || question.own === 'elsewhere';
    if (saved && unsent) return { key: 'phone.state.closed_change', tone: 'alert' };
    const lost = unsent || question.own === 'refused' || question.own === 'kept';
    if (lost) return { key: 'phone.state.closed_unsent', tone: 'alert' };
    return saved ? { key: 'phone.state.closed', tone: 'plain' } : undefined;
  }
  if (unsent) return undefined;
  switch (question.own) {
    case 'sending':
      return { key: 'phone.state.sending', tone: 'plain' };
    case 'kept':
      return { key: keptKey(link, paused), tone: 'wait' };
    case 'saved':
      return { key: 'phone.state.saved', tone: 'good' };
    case 'elsewhere':
      return { key: 'phone.state.elsewhere', tone: 'good' };
    case 'refused':
      return { key: 'phone.state.not_sent', tone: 'alert' };
    case 'unanswered':
      return undefined;
  }
}

/** What the page says of its connection; nothing while all is well. */
export function linkSentence(link: Link, back: boolean): Sentence | undefined {
  if (back) return { key: 'phone.state.back', tone: 'good' };
  if (link === 'reconnecting') return { key: 'phone.state.reconnecting', tone: 'wait' };
  if (link === 'offline') return { key: 'phone.state.offline_idle', tone: 'wait' };
  return undefined;
}

export interface Stop {
  readonly key: Sentence['key'];
  readonly remedy: 'use_this_tab' | 'reload' | 'start_again';
}

const STOPS: { readonly [code: string]: Stop } = {
  other_tab: { key: 'phone.state.other_tab', remedy: 'use_this_tab' },
  removed: { key: 'phone.state.removed', remedy: 'start_again' },
  merged: { key: 'phone.state.merged', remedy: 'start_again' },
  ended: { key: 'phone.state.ended_outside', remedy: 'start_again' },
  unknown_workshop: { key: 'refusal.unknown_workshop', remedy: 'start_again' },
  bad_token: { key: 'refusal.bad_token', remedy: 'start_again' },
  update_needed: { key: 'phone.state.update', remedy: 'reload' },
};

/** Why the client stopped, in a sentence, and what the person can do about it. */
export function stopOf(code: string | undefined): Stop {
  const fallback: Stop = { key: 'refusal.out_of_order', remedy: 'reload' };
  return (code === undefined ? undefined : STOPS[code]) ?? fallback;
}
