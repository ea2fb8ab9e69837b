/** The invitation that somebody came with, until it has let them in. It leaves the address at once, so
 *  that neither the browser's history nor a glance at the screen gives it away; a reload of the tab
 *  finds it again. */
const NAME = (code: string) => `quorate.invitation.${code}`;

/** Where the browser keeps nothing, it holds until the page is closed. */
const inMemory = new Map<string, string>();

export function keepInvitation(code: string, invitation: string): void {
  inMemory.set(code, invitation);
  try {
    sessionStorage.setItem(NAME(code), invitation);
  } catch {
    // Storage is refused: memory has it.
  }
}

export function keptInvitation(code: string): string | undefined {
  try {
    return inMemory.get(code) ?? sessionStorage.getItem(NAME(code)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function forgetInvitation(code: string): void {
  inMemory.delete(code);
  try {
    sessionStorage.removeItem(NAME(code));
  } catch {
    // Nothing was kept.
  }
}
