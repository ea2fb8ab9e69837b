/** The requests that are not on the socket. */

export interface ApiError {
  readonly code: string;
  readonly field?: string;
}

export type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiError };

/** The server could not be reached, or answered with something else than it should. */
const UNREACHABLE: ApiError = { code: 'unreachable' };

async function asked<T>(path: string, init: RequestInit): Promise<Answered<T>> {
  try {
    const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init });
    const body = (await response.json()) as unknown;
    if (response.ok) return { ok: true, value: body as T };
    const error = (body as { readonly error?: ApiError }).error;
    return { ok: false, error: error ?? UNREACHABLE };
  } catch {
    return { ok: false, error: UNREACHABLE };
  }
}

function posted(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** Which workshop a code belongs to. */
export function findWorkshop(code: string): Promise<Answered<{ readonly workshop: string }>> {
  return asked('/api/join', posted({ code }));
}

export interface Created {
  readonly workshop: string;
  readonly code: string;
  readonly facilitator: string;
  readonly cofacilitator: string;
  readonly wall: string;
  readonly recovery: string;
}

export function createWorkshop(setup: unknown): Promise<Answered<Created>> {
  return asked('/api/workshops', posted(setup));
}

export interface Invite {
  readonly code: string;
  readonly url: string;
  readonly svg: string;
}

function bearer(token: string): RequestInit {
  return { headers: { authorization: `Bearer ${token}` } };
}

export function inviteOf(workshop: string, token: string): Promise<Answered<Invite>> {
  return asked(`/api/workshops/${workshop}/invite`, bearer(token));
}

/** The saved record of an ended workshop, as the file it is. */
export async function transcriptOf(workshop: string, token: string): Promise<Answered<Blob>> {
  try {
    const response = await fetch(`/api/workshops/${workshop}/transcript`, { cache: 'no-store', ...bearer(token) });
    if (response.ok) return { ok: true, value: await response.blob() };
    const body = (await response.json()) as { readonly error?: ApiError };
    return { ok: false, error: body.error ?? UNREACHABLE };
  } catch {
    return { ok: false, error: UNREACHABLE };
  }
}
