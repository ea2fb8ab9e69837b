import { useEffect, useState } from 'preact/hooks';

import { isRecorded, keepDecision, keptDecision, type Written } from '../../state/desk/decision_kept.ts';
import type { View } from '../../state/model/types.ts';

/** What is written and not yet recorded. It outlives the part it is written in, and the page. */
export interface KeptDraft {
  readonly written: Written | undefined;
  readonly onWritten: (written: Written | undefined) => void;
}

/** Gone only once the room has recorded what was sent: where it is refused, nothing of it is lost.
 *  `workshop`: whose it is; without one it goes with the page. */
export function useWritten(workshop: string | undefined, { decision }: View): KeptDraft {
  const [written, set] = useState(() => (workshop === undefined ? undefined : keptDecision(workshop)));
  const onWritten = (next: Written | undefined) => {
    set(next);
    if (workshop !== undefined) keepDecision(workshop, next);
  };
  const recorded = written !== undefined && isRecorded(written, decision);
  useEffect(() => {
    if (recorded) onWritten(undefined);
  }, [recorded]);
  return { written: recorded ? undefined : written, onWritten };
}
