// The phone, on the start page once a workshop is found.
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';

import type { Found } from '../api/find_workshop.ts';
import { startClient } from '../client/start.ts';
import { FIRST_SEAT, keptFor } from '../client/storage.ts';
import { takeFocus } from '../components/heading.tsx';
import { LanguageSwitch } from '../components/language.tsx';
import { liveResult } from '../engine/live_result.ts';
import { PhoneApp } from '../screens/phone/app.tsx';
import { forgetInvitation, keptInvitation } from '../state/links/invitation.ts';
import { forgetWorkshop } from '../state/links/visited.ts';
import { textIn } from '../state/model/text.ts';
import { createPhone } from '../state/phone/phone.ts';
import { seatsKept } from '../state/phone/seats_kept.ts';
import { sharingOf } from '../state/phone/sharing.ts';
import { currentLanguage, learn, say } from '../words/say.ts';
import { slot } from './slot.ts';

/** Starts the client for this workshop and gives it the page. Fails when the browser cannot run it. */
export async function startPhone({ workshop, key }: Found, code: string): Promise<void> {
  const invitation = signal(keptInvitation(code));
  const openSeat = async (seat: number, fresh: boolean) => {
    const kept = keptFor(workshop, seat);
    if (fresh) Object.keys(kept.all()).forEach((key) => kept.remove(key));
    return createPhone(await startClient({ workshop, role: 'participant', token: key }, kept), invitation);
  };
  const [first] = await Promise.all([openSeat(FIRST_SEAT, false), learn('phone', 'names')]);
  const sharing = sharingOf(first, { openSeat, kept: seatsKept(workshop) });
  const view = computed(() => (sharing.now.value?.shown.value.phone ?? first).view.value);
  if (document.activeElement?.closest('main')) takeFocus();
  render(<LanguageSwitch />, slot('language'));
  render(<PhoneApp first={first} sharing={sharing} result={liveResult(view)} />, slot('main'));
  effect(() => {
    if (invitation.value === undefined) forgetInvitation(code);
  });
  let kept = false;
  effect(() => {
    if (kept || !first.view.value) return;
    kept = true;
    import('../offline/keep.ts').then(({ keepThisPage }) => keepThisPage()).catch(console.error);
  });
  effect(() => {
    const { stop } = first.client.model.value;
    if (stop === 'unknown_workshop' || stop === 'bad_token') forgetWorkshop(code);
  });
  const title = computed(() => {
    const setup = first.setup.value;
    const page = setup ? textIn(setup.title, currentLanguage(), setup.languages[0]) : say('join.title');
    return say('ui.title', { page });
  });
  effect(() => {
    document.title = title.value;
  });
}
