// The page /desk#WORKSHOP.TOKEN. The fragment stays in the address: the link goes on working after a
// reload and on another computer, and no server ever sees it.
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';

import { inviteOf, transcriptOf, type Invite } from '../api.ts';
import { startClient } from '../client.ts';
import { LanguageSwitch } from '../components/language.tsx';
import { fetchEngine, liveResult } from '../engine/live_result.ts';
import { BadLink } from '../screens/bad_link.tsx';
import { DeskApp, type DeskProps } from '../screens/desk/app.tsx';
import { capabilityIn, type Capability } from '../state/session.ts';
import { textIn } from '../state/text.ts';
import { refusalSentence } from '../words/refusal.ts';
import { currentLanguage, known, say, startWords } from '../words/say.ts';
import { slot } from './slot.ts';

const invite = signal<Invite | undefined>(undefined);
const saving = signal<DeskProps['saving']['value']>(undefined);

async function loadInvite({ workshop, token }: Capability): Promise<void> {
  const answer = await inviteOf(workshop, token);
  if (answer.ok) invite.value = answer.value;
}

function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

async function save({ workshop, token }: Capability, code: string): Promise<void> {
  const answer = await transcriptOf(workshop, token);
  if (!answer.ok) {
    saving.value = { tone: 'alert', text: say('desk.not_done', { reason: refusalSentence(answer.error, { say, known }) }) };
    return;
  }
  const file = `workshop-${code}.quorate.json`;
  saveAs(answer.value, file);
  saving.value = { tone: 'good', text: say('desk.saved_transcript', { file }) };
}

async function start(): Promise<void> {
  await startWords('desk', 'results', 'names', 'factors');
  render(<LanguageSwitch />, slot('language'));
  const capability = capabilityIn(location.hash);
  if (!capability) return render(<BadLink />, slot('main'));
  const role = capability.coFacilitator ? 'cofacilitator' : 'facilitator';
  const client = await startClient({ workshop: capability.workshop, role, token: capability.token });
  const result = liveResult(computed(() => client.model.value.view));
  fetchEngine().catch((fault: unknown) => console.error(fault));
  void loadInvite(capability);
  effect(() => {
    const { view } = client.model.value;
    const title = view ? textIn(view.setup.title, currentLanguage(), view.setup.languages[0]) : '';
    document.title = say('ui.title', { page: view ? `${say('desk.title')}: ${title}` : say('desk.title') });
  });
  const onSave = () => void save(capability, client.model.peek().code ?? '');
  render(<DeskApp client={client} result={result} invite={invite} saving={saving} onSave={onSave} />, slot('main'));
}

// A link pasted over another one is another desk.
addEventListener('hashchange', () => location.reload());
void start();
