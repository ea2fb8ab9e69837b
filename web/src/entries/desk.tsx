// The page /desk#WORKSHOP.TOKEN. The fragment stays in the address: the link goes on working after a
// reload and on another computer, and no server ever sees it.
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';

import { changeCode, inviteOf, newLink, transcriptOf, type Invite } from '../api/workshops.ts';
import { startClient } from '../client/start.ts';
import { keepFocus } from '../components/kept_focus.ts';
import { LanguageSwitch } from '../components/language.tsx';
import { saveFile } from '../components/save_file.ts';
import { engineHere, fetchEngine, liveResult } from '../engine/live_result.ts';
import { keepThisPage } from '../offline/keep.ts';
import { BadLink } from '../screens/bad_link.tsx';
import { DeskApp, type DeskProps } from '../screens/desk/app.tsx';
import type { HandedOver, LinkRole, Office } from '../screens/desk/office.ts';
import { capabilityIn, linkTo, type Capability } from '../state/links/capability.ts';
import { textIn } from '../state/model/text.ts';
import { refusalSentence } from '../words/refusal.ts';
import { currentLanguage, known, say, startWords } from '../words/say.ts';
import { slot } from './slot.ts';

const invite = signal<Invite | undefined>(undefined);
const handedOver = signal<HandedOver | undefined>(undefined);
const saving = signal<DeskProps['saving']['value']>(undefined);

async function loadInvite({ workshop, token }: Capability): Promise<void> {
  const response = await inviteOf(workshop, token);
  if (response.ok) invite.value = response.value;
}

async function save({ workshop, token }: Capability, code: string): Promise<void> {
  const response = await transcriptOf(workshop, token);
  if (!response.ok) {
    saving.value = { tone: 'alert', text: say('desk.not_done', { reason: refusalSentence(response.error, { say, known }) }) };
    return;
  }
  const file = `workshop-${code}.quorate.json`;
  saveFile(response.value, file);
  saving.value = { tone: 'good', text: say('desk.saved_transcript', { file }) };
}

function withWall(desk: Capability, wall: string | undefined): Capability {
  return wall === undefined ? desk : { ...desk, wall };
}

function officeFor({ workshop, token, coFacilitator, wall: brought }: Capability): Office {
  const wallToken = signal(brought);
  const linkFor = (role: LinkRole, fresh: string) => {
    // Copied links go to other computers, where this one's "localhost" is nobody.
    const base = (invite.peek()?.url ?? location.origin).replace(/\/$/, '');
    if (role === 'wall') return linkTo('wall', { workshop, token: fresh, coFacilitator: false }, base);
    const desk = { workshop, token: fresh, coFacilitator: role === 'cofacilitator' };
    return linkTo('desk', withWall(desk, wallToken.peek()), base);
  };
  return {
    invite,
    handedOver,
    linkFor,
    wall: computed(() => wallToken.value && linkTo('wall', { workshop, token: wallToken.value, coFacilitator: false }, location.origin)),
    async changeCode() {
      const response = await changeCode(workshop, token);
      if (!response.ok) return response.error;
      invite.value = response.value;
      return undefined;
    },
    async newLink(role) {
      const response = await newLink(workshop, token, role);
      // Kept here: the desk itself stops with its old link, and what came in its place must not go with it.
      if (response.ok && role === 'facilitator') {
        handedOver.value = { link: linkFor(role, response.value.token), recovery: response.value.recovery ?? '' };
      }
      if (response.ok && role === 'wall') {
        wallToken.value = response.value.token;
        // The address is this desk's link: a reload finds the new wall.
        history.replaceState(null, '', linkTo('desk', withWall({ workshop, token, coFacilitator }, response.value.token), ''));
      }
      return response;
    },
  };
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
  const code = computed(() => client.model.value.code);
  effect(() => {
    // At first, and whenever a desk has changed the code: the picture is of the code.
    if (code.value !== undefined && code.value !== invite.peek()?.code) void loadInvite(capability);
  });
  const title = computed(() => {
    const { view } = client.model.value;
    const of = view ? textIn(view.setup.title, currentLanguage(), view.setup.languages[0]) : '';
    return say('ui.title', { page: view ? `${say('desk.title')}: ${of}` : say('desk.title') });
  });
  effect(() => {
    document.title = title.value;
  });
  const onSave = () => void save(capability, client.model.peek().code ?? '');
  const props: DeskProps = { client, workshop: capability.workshop, result, engine: engineHere, office: officeFor(capability), saving, onSave };
  keepFocus(slot('main'));
  render(<DeskApp {...props} />, slot('main'));
  await keepThisPage();
}

// A link pasted over another one is another desk.
addEventListener('hashchange', () => location.reload());
void start();
