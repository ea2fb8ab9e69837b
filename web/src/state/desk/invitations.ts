import { randomHex } from '../../client/storage.ts';
import type { View } from '../model/types.ts';

/** What one command takes. */
export const MOST_INVITATIONS = 100;
const SECRET_BYTES = 16;

export function drawInvitations(count: number, draw: (bytes: number) => string = randomHex): readonly string[] {
  return Array.from({ length: count }, () => draw(SECRET_BYTES));
}

/** A whole number of invitations that can be made at once; nothing for any other text. */
export function invitationCount(typed: string): number | undefined {
  const count = Number(typed);
  return /^\s*\d+\s*$/.test(typed) && count >= 1 && count <= MOST_INVITATIONS ? count : undefined;
}

/** One link a line; the secret stays in the fragment, which no server sees. */
export function invitationLinks(link: string, secrets: readonly string[]): string {
  return secrets.map((secret) => `${link}.${secret}`).join('\n');
}

/** Invitations made and used, for every group in the workshop's order. */
export function invitationsByGroup(view: View): readonly { readonly group: string; readonly made: number; readonly used: number }[] {
  return view.setup.group_order.map((group) => ({ group, made: 0, used: 0, ...view.invitations?.[group] }));
}
