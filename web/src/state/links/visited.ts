import type { Found } from '../../api/find_workshop.ts';

/** Which workshop a code led to, so that a reload needs no look-up. Kept where the browser allows it. */
const NAME = (code: string) => `quorate.code.${code}`;

export function knownWorkshop(code: string): Found | undefined {
  try {
    const [workshop, key] = (localStorage.getItem(NAME(code)) ?? '').split('.');
    return workshop && key ? { workshop, key } : undefined;
  } catch {
    return undefined; // storage is refused: the code is looked up again
  }
}

export function rememberWorkshop(code: string, { workshop, key }: Found): void {
  try {
    localStorage.setItem(NAME(code), `${workshop}.${key}`);
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
