import type { ReadonlySignal } from '@preact/signals';

import type { ApiError, ApiResponse } from '../../api/asked.ts';
import type { Invite, NewLink } from '../../api/workshops.ts';

export type LinkRole = 'facilitator' | 'cofacilitator' | 'wall';

/** The facilitator's link as it is from now on: this desk's own has stopped working. */
export interface HandedOver {
  readonly link: string;
  readonly recovery: string;
}

/** What the desk asks of the server beside the socket. */
export interface Office {
  /** The code, the address people type and its picture. */
  readonly invite: ReadonlySignal<Invite | undefined>;
  /** The link that opens the wall on this computer; nothing where this desk's own link did not bring it. */
  readonly wall: ReadonlySignal<string | undefined>;
  readonly handedOver: ReadonlySignal<HandedOver | undefined>;
  /** Draws a new join code; an error if that failed. */
  changeCode(): Promise<ApiError | undefined>;
  newLink(role: LinkRole): Promise<ApiResponse<NewLink>>;
  /** The page that a role's token opens, for other computers too. */
  linkFor(role: LinkRole, token: string): string;
}
