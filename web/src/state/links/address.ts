const CODE = /^[FHKLMQRTWXY24679]{6}$/;
const CODE_LENGTH = 6;

/** As people type it: case, spaces and hyphens do not count. */
const bare = (typed: string) => typed.replace(/[\s-]/g, '').toUpperCase();

/** A workshop's short code in what was typed; nothing when it cannot be one. */
export function codeIn(typed: string): string | undefined {
  const code = bare(typed);
  return CODE.test(code) ? code : undefined;
}

const INVITATION = /^[0-9a-f]{32}$/;

/** What the address of the start page carries after the #. */
export interface Entrance {
  readonly code: string;
  /** The code and, where the link is whole, the key behind it, which nobody types. */
  readonly link: string;
  /** For one person. */
  readonly invitation?: string;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a stray % is no code either
  }
}

/** Nothing without a code; an invitation that is not whole is none. */
export function entranceIn(fragment: string): Entrance | undefined {
  const [typed = '', secret = ''] = decoded(fragment.replace(/^#/, '')).split('.');
  const link = bare(typed);
  const code = codeIn(link.slice(0, CODE_LENGTH));
  if (code === undefined) return undefined;
  const invitation = secret.trim().toLowerCase();
  return INVITATION.test(invitation) ? { code, link, invitation } : { code, link };
}
