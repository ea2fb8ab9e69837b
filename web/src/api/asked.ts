/** How the server is asked for what is not on the socket. */

export interface ApiError {
  readonly code: string;
  readonly field?: string;
}

export type ApiResponse<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiError };

/** The server could not be reached, or answered with something else than it should. */
export const UNREACHABLE: ApiError = { code: 'unreachable' };

/** A network that takes a request and never answers it has this long. */
const RESPONSE_WITHIN_MS = 20_000;

export async function asked<T>(path: string, init: RequestInit): Promise<ApiResponse<T>> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), RESPONSE_WITHIN_MS);
  try {
    const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', signal: late.signal, ...init });
    const body = (await response.json()) as unknown;
    if (response.ok) return { ok: true, value: body as T };
    const error = (body as { readonly error?: ApiError }).error;
    return { ok: false, error: error ?? UNREACHABLE };
  } catch {
    return { ok: false, error: UNREACHABLE };
  } finally {
    clearTimeout(timer);
  }
}

export function posted(body: unknown, token?: string): RequestInit {
  const allowed = token === undefined ? {} : bearer(token).headers;
  return { method: 'POST', headers: { 'content-type': 'application/json', ...allowed }, body: JSON.stringify(body) };
}

export function bearer(token: string) {
  return { headers: { authorization: `Bearer ${token}` } };
}
