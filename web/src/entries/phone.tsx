// The phone, on the start page once a workshop is found.
import { effect } from '@preact/signals';
import { render } from 'preact';

import { startClient } from '../client.ts';
import { LanguageSwitch } from '../components/language.tsx';
import { liveResult } from '../engine/live_result.ts';
import { PhoneApp } from '../screens/phone/app.tsx';
import { createPhone } from '../state/phone.ts';
import { textIn } from '../state/text.ts';
import { forgetWorkshop } from '../state/visited.ts';
import { currentLanguage, learn, say } from '../words/say.ts';
import { slot } from './slot.ts';

/** Starts the client for this workshop and gives it the page. Fails when the browser cannot run it. */
export async function startPhone(workshop: string, code: string): Promise<void> {
  const [client] = await Promise.all([startClient({ workshop, role: 'participant' }), learn('phone', 'factors')]);
  const phone = createPhone(client);
  render(<LanguageSwitch />, slot('language'));
  render(<PhoneApp phone={phone} result={liveResult(phone.view)} />, slot('main'));
  effect(() => {
    const { stop, view } = client.model.value;
    if (stop === 'unknown_workshop') forgetWorkshop(code);
    const page = view ? textIn(view.setup.title, currentLanguage(), view.setup.languages[0]) : say('join.title');
    document.title = say('ui.title', { page });
  });
}
