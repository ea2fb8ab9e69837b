/** Which workshop a code led to, so that a reload needs no look-up. Kept where the browser allows it. */
const NAME = (code: string) => `quorate.code.${code}`;

export function knownWorkshop(code: string): string | undefined {
  try {
    const workshop = localStorage.getItem(NAME(code));
    return workshop !== null && /^[0-9a-f]{32}$/.test(workshop) ? workshop : undefined;
  } catch {
    return undefined; // storage is refused: the code is looked up again
  }
}

export function rememberWorkshop(code: string, workshop: string): void {
  try {
    localStorage.setItem(NAME(code), workshop);
  } catch {
    // Storage is refused: the next visit looks the code up again.
  }
}

export function forgetWorkshop(code: string): void {
  try {
    localStorage.removeItem(NAME(code));
  } catch {
    // Nothing was kept.
  }
}
