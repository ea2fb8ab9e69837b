// The page /wall#WORKSHOP.TOKEN, for the projector.
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';

import { inviteOf, type Invite } from '../api/workshops.ts';
import { startClient } from '../client/start.ts';
import { fetchEngine, liveResult } from '../engine/live_result.ts';
import { keepThisPage } from '../offline/keep.ts';
import { BadLink } from '../screens/bad_link.tsx';
import { WallApp } from '../screens/wall/app.tsx';
import { capabilityIn } from '../state/links/capability.ts';
import { textIn } from '../state/model/text.ts';
import { currentLanguage, say, startWords } from '../words/say.ts';
import { slot } from './slot.ts';

async function start(): Promise<void> {
  await startWords('wall', 'results', 'factors');
  const capability = capabilityIn(location.hash);
  if (!capability) return render(<BadLink />, slot('main'));
  const { workshop, token } = capability;
  const invite = signal<Invite | undefined>(undefined);
  const client = await startClient({ workshop, role: 'wall', token });
  const result = liveResult(computed(() => client.model.value.view));
  fetchEngine().catch((fault: unknown) => console.error(fault));
  // The picture is drawn for the code of the moment: asked for again when the code changes, and when the
  // line is back after an asking that failed.
  const code = computed(() => client.model.value.code);
  const online = computed(() => client.model.value.link === 'online');
  effect(() => {
    if (code.value === undefined || !online.value || invite.peek()?.code === code.value) return;
    void inviteOf(workshop, token).then((response) => {
      if (response.ok) invite.value = response.value;
    });
  });
  const title = computed(() => {
    const { view } = client.model.value;
    const page = view ? textIn(view.setup.title, currentLanguage(), view.setup.languages[0]) : say('wall.title');
    return say('ui.title', { page });
  });
  effect(() => {
    document.title = title.value;
  });
  render(<WallApp client={client} result={result} invite={invite} />, slot('main'));
  await keepThisPage();
}

addEventListener('hashchange', () => location.reload());
void start();
