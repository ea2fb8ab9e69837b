// The page /new.
import { signal } from '@preact/signals';
import { render } from 'preact';

import { createWorkshop, inviteOf, type Created, type Invite } from '../api.ts';
import { LanguageSwitch } from '../components/language.tsx';
import { load } from '../generated/load.ts';
import { languages, type Language } from '../generated/languages.ts';
import type { MessageKey } from '../generated/keys.ts';
import { freshDraft, NewWorkshopForm } from '../screens/new/form.tsx';
import { Links } from '../screens/new/links.tsx';
import type { Text } from '../state/model.ts';
import { PRESET_GROUPS, setupOf, type WorkshopDraft } from '../state/new_workshop.ts';
import { refusalSentence } from '../words/refusal.ts';
import { known, say, startWords } from '../words/say.ts';
import { slot } from './slot.ts';

const creating = signal(false);
const refused = signal<string | undefined>(undefined);
const made = signal<{ readonly title: string; readonly created: Created } | undefined>(undefined);
const invite = signal<Invite | undefined>(undefined);

/** The preset groups' names in every language. */
async function presetTexts(): Promise<{ readonly [key: string]: Text }> {
  const tags = Object.keys(languages) as Language[];
  const catalogues = await Promise.all(tags.map((tag) => load[tag].new()));
  return Object.fromEntries(
    PRESET_GROUPS.map(({ key }) => [
      key,
      Object.fromEntries(tags.map((tag, index) => [tag, catalogues[index]?.messages[`group.preset.${key}`] ?? ''])),
    ]),
  );
}

async function create(draft: WorkshopDraft): Promise<void> {
  creating.value = true;
  refused.value = undefined;
  const answer = await createWorkshop(setupOf(draft, await presetTexts()));
  creating.value = false;
  if (!answer.ok) {
    refused.value = refusalSentence(answer.error, { say, known });
    return;
  }
  made.value = { title: draft.title.trim(), created: answer.value };
  const drawn = await inviteOf(answer.value.workshop, answer.value.facilitator);
  if (drawn.ok) invite.value = drawn.value;
}

function Page() {
  const links = made.value;
  if (links) return <Links {...links} invite={invite.value} origin={location.origin} />;
  return (
    <NewWorkshopForm
      start={freshDraft()}
      creating={creating.value}
      refused={refused.value}
      onCreate={(draft) => void create(draft)}
    />
  );
}

async function start(): Promise<void> {
  await startWords('new', 'factors');
  document.title = say('ui.title', { page: say('new.title' satisfies MessageKey) });
  render(<LanguageSwitch />, slot('language'));
  render(<Page />, slot('main'));
}

void start();
