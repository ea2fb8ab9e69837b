import type { Decision } from '../../../../client-wasm/contract.ts';
import { decisionDraft, SHAREABLE, type DecisionDraft } from './decision.ts';

/** A decision that is being written, or was sent and is not recorded yet. */
export interface Written {
  readonly draft: DecisionDraft;
  /** What was recorded when writing began. */
  readonly from?: Decision | undefined;
  /** What was sent to be recorded. */
  readonly sent?: Decision | undefined;
  /** It was to be kept as it is and cannot be: what stands against that is said at once. */
  readonly checked?: true;
}

/** Whether both say the same, however they are spelled on the wire. */
export function sameDecision(a: Decision | undefined, b: Decision | undefined): boolean {
  const spelled = (decision: Decision | undefined) => {
    if (!decision) return '';
    const { approach, views, shared, tasks = [], name = '', review = '', why = '', warned = false } = decision;
    return JSON.stringify([
      approach ?? null,
      views ? [views.one, views.other, views.next ?? ''] : null,
      SHAREABLE.filter((each) => shared.includes(each)),
      tasks.map(({ factor, who = '', by = '' }) => [factor, who, by]),
      [name, review, why, warned],
    ]);
  };
  return spelled(a) === spelled(b);
}

/** The form for a decision that cannot be kept as it is, with what is being written already. */
export function toCheck(written: Written | undefined, recorded: Decision | undefined): Written {
  return { ...(written ?? { draft: decisionDraft(recorded), from: recorded }), checked: true };
}

/** What was sent is what is recorded now: there is nothing left to write. */
export function isRecorded({ sent }: Written, recorded: Decision | undefined): boolean {
  return sent !== undefined && sameDecision(sent, recorded);
}

/** Another decision was recorded since this one was begun. */
export function changedMeanwhile({ from }: Written, recorded: Decision | undefined): boolean {
  return recorded !== undefined && !sameDecision(from, recorded);
}

/** Something is written here that is not what is recorded. */
export function isUnrecorded(written: Written | undefined, recorded: Decision | undefined): boolean {
  if (!written || isRecorded(written, recorded)) return false;
  return JSON.stringify(written.draft) !== JSON.stringify(decisionDraft(recorded));
}

const NAME = (workshop: string) => `quorate.decision.${workshop}`;

/** What was being written in this tab before it was loaded again. */
export function keptDecision(workshop: string): Written | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME(workshop)) ?? 'null') as Written | null;
    return kept?.draft ? { ...kept, draft: { ...decisionDraft(undefined), ...kept.draft } } : undefined;
  } catch {
    return undefined;
  }
}

/** Where the browser keeps nothing, it is there until the page is closed. */
export function keepDecision(workshop: string, written: Written | undefined): void {
  try {
    if (written) sessionStorage.setItem(NAME(workshop), JSON.stringify(written));
    else sessionStorage.removeItem(NAME(workshop));
  } catch {
    // Storage is refused.
  }
}
