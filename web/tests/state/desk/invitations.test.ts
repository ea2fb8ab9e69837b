import { expect, it } from 'vitest';

import { view } from '../../../src/fixtures/workshop.ts';
import { drawInvitations, invitationCount, invitationLinks, invitationsByGroup } from '../../../src/state/desk/invitations.ts';

it('draws a secret of 32 hex digits for each', () => {
  const secrets = drawInvitations(3);
  expect(new Set(secrets).size).toBe(3);
  for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{32}$/);
});

it('makes 1 to 100 at once', () => {
  expect(['1', ' 12 ', '100'].map(invitationCount)).toEqual([1, 12, 100]);
  expect(['', '0', '101', '1.5', '-1', 'x'].map(invitationCount)).toEqual(Array(6).fill(undefined));
});

it('gives one link a line, with the secret after the code', () => {
  expect(invitationLinks('https://q.example/#FHK247', ['aa', 'bb'])).toBe('https://q.example/#FHK247.aa\nhttps://q.example/#FHK247.bb');
});

it('counts by group in the order of the workshop', () => {
  const tally = invitationsByGroup(view({ invitations: { staff: { made: 3, used: 1 } } }));
  expect(tally[0]).toEqual({ group: 'lived', made: 0, used: 0 });
  expect(tally[1]).toEqual({ group: 'staff', made: 3, used: 1 });
});
