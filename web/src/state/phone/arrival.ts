import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';

import type { Client } from '../../client/runner.ts';
import type { Arrival } from './place.ts';

/** Of these refusals an invitation is to blame: it opens nothing any more. */
const SPENT: readonly string[] = ['unknown_invitation', 'used_invitation'];

/** How this person comes in. `invitation` is the page's: whoever joins next on this phone uses it. */
export function arrivalOf(client: Client, invitation: Signal<string | undefined>): ReadonlySignal<Arrival> {
  const { model } = client;
  const asked = signal(false);
  const outside = signal(false);
  // The server says nothing more of somebody who was turned away than that they wait no longer.
  effect(() => {
    if (model.value.waiting) asked.value = true;
    if (model.value.role === 'anonymous') outside.value = true;
  });
  effect(() => {
    const { me, refusal } = model.value;
    const used = me !== undefined && outside.value;
    const spent = refusal?.kind === 'join' && SPENT.includes(refusal.code);
    if (used || spent) invitation.value = undefined;
    if (used) outside.value = false;
  });
  return computed(() => {
    const { refusal, waiting } = model.value;
    const turnedAway = (asked.value && !waiting) || (refusal?.kind === 'join' && refusal.code === 'turned_away');
    return { invitation: invitation.value, turnedAway };
  });
}
