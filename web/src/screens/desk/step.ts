import type { Invite } from '../../api/workshops.ts';
import type { Client } from '../../client/runner.ts';
import type { Steady } from '../../components/steady.ts';
import type { DeskAction } from '../../state/desk/action.ts';
import type { AgainstKeeping } from '../../state/desk/decision.ts';
import type { Result, View } from '../../state/model/types.ts';
import type { Go } from './parts.tsx';

/** What the next step is drawn from. */
export interface NextStepProps {
  readonly client: Client;
  readonly view: View;
  readonly result: Result | undefined;
  /** The address people type; nothing while the server has not said it. */
  readonly invite: Invite | undefined;
  /** The link that opens the wall; nothing where this desk does not have it. */
  readonly wall: string | undefined;
  /** A decision is being written here that is not recorded. */
  readonly unrecorded: boolean;
  readonly onSave: () => void;
  readonly onGo: Go;
  /** Opens the decision's form with what stands against keeping it. */
  readonly onCheck: (against: AgainstKeeping) => void;
}

export interface StepProps extends NextStepProps {
  readonly action: DeskAction;
  /** The server's clock. */
  readonly now_ms: number;
  /** Of the step, whatever stands for it: a press meant for the one before does nothing. */
  readonly steady: Steady;
}
