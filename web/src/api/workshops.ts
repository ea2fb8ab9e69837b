/** The requests of desk, wall and of who makes a workshop. */
import { asked, bearer, posted, UNREACHABLE, type ApiError, type ApiResponse } from './asked.ts';

export interface Created {
  readonly workshop: string;
  readonly code: string;
  readonly facilitator: string;
  readonly cofacilitator: string;
  readonly wall: string;
  readonly recovery: string;
}

/** `key` only where the operator has set one for creating. */
export function createWorkshop(setup: unknown, key = ''): Promise<ApiResponse<Created>> {
  return asked('/api/workshops', posted(setup, key === '' ? undefined : key));
}

export interface Recovered {
  readonly workshop: string;
  readonly facilitator: string;
  readonly recovery: string;
}

/** A new facilitator's link for somebody who has lost it; the old one opens nothing from then on. */
export function recoverWorkshop(code: string, recovery: string): Promise<ApiResponse<Recovered>> {
  return asked('/api/recover', posted({ code, recovery }));
}

export interface Invite {
  readonly code: string;
  readonly url: string;
  /** For whoever does not type: the address, the code and the key that comes with it. */
  readonly link: string;
  readonly svg: string;
}

export function inviteOf(workshop: string, token: string): Promise<ApiResponse<Invite>> {
  return asked(`/api/workshops/${workshop}/invite`, bearer(token));
}

/** Draws a new join code and key; the old ones open nothing from then on. */
export function changeCode(workshop: string, token: string): Promise<ApiResponse<Invite>> {
  return asked(`/api/workshops/${workshop}/code`, { method: 'POST', ...bearer(token) });
}

export interface NewLink {
  readonly token: string;
  /** With the facilitator's link alone. */
  readonly recovery?: string;
}

/** Draws a new link for this role; the old one opens nothing from then on. */
export function newLink(
  workshop: string,
  token: string,
  role: 'facilitator' | 'cofacilitator' | 'wall',
): Promise<ApiResponse<NewLink>> {
  return asked(`/api/workshops/${workshop}/links`, posted({ role }, token));
}

/** The saved record of an ended workshop, as the file it is. */
export async function transcriptOf(workshop: string, token: string): Promise<ApiResponse<Blob>> {
  try {
    const response = await fetch(`/api/workshops/${workshop}/transcript`, { cache: 'no-store', ...bearer(token) });
    if (response.ok) return { ok: true, value: await response.blob() };
    const body = (await response.json()) as { readonly error?: ApiError };
    return { ok: false, error: body.error ?? UNREACHABLE };
  } catch {
    return { ok: false, error: UNREACHABLE };
  }
}
