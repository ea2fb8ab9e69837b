// The page /new.
import { signal } from '@preact/signals';
import { render } from 'preact';

import type { ApiError } from '../api/asked.ts';
import { createWorkshop, inviteOf, type Created, type Invite } from '../api/workshops.ts';
import { keepFocus } from '../components/kept_focus.ts';
import { LanguageSwitch } from '../components/language.tsx';
import { languages, type Language } from '../generated/languages.ts';
import { load } from '../generated/load.ts';
import { NewWorkshopForm, type KeyState } from '../screens/new/form.tsx';
import { Links } from '../screens/new/links.tsx';
import { textIn } from '../state/model/text.ts';
import { takeCopy } from '../state/new/copy.ts';
import type { WorkshopDraft } from '../state/new/draft.ts';
import { setupOf } from '../state/new/setup.ts';
import { standardOf, type Catalogues, type Standard } from '../state/new/standard.ts';
import type { Loaded } from '../state/new/template.ts';
import { currentLanguage, say, startWords } from '../words/say.ts';
import { slot } from './slot.ts';

const creating = signal(false);
const refused = signal<ApiError | undefined>(undefined);
const keyState = signal<KeyState>('not_asked');
const made = signal<{ readonly draft: WorkshopDraft; readonly created: Created } | undefined>(undefined);
const invite = signal<Invite | undefined>(undefined);

/** The built-in words in every language: a workshop may have another one than the page. */
async function standardWords(): Promise<Standard> {
  const tags = Object.keys(languages) as Language[];
  const catalogues = await Promise.all(
    tags.map(async (tag) => {
      const [form, factors] = await Promise.all([load[tag].new(), load[tag].factors()]);
      return [tag, { ...form.messages, ...factors.messages }] as const;
    }),
  );
  return standardOf(Object.fromEntries(catalogues) as unknown as Catalogues);
}

function copyLeft(standard: Standard): Loaded | undefined {
  try {
    return takeCopy(sessionStorage, standard);
  } catch {
    return undefined; // storage is refused, so nothing was left in it
  }
}

async function create(draft: WorkshopDraft, standard: Standard, key: string): Promise<void> {
  creating.value = true;
  refused.value = undefined;
  const response = await createWorkshop(setupOf(draft, standard), key);
  creating.value = false;
  if (!response.ok) {
    if (response.error.code === 'needs_create_key') keyState.value = key === '' ? 'asked' : 'wrong';
    refused.value = response.error;
    return;
  }
  made.value = { draft, created: response.value };
  const drawn = await inviteOf(response.value.workshop, response.value.facilitator);
  if (drawn.ok) invite.value = drawn.value;
}

function Page({ standard, copied }: { readonly standard: Standard; readonly copied: Loaded | undefined }) {
  const links = made.value;
  if (links) {
    const title = textIn(links.draft.title, currentLanguage(), links.draft.languages[0]).trim();
    return <Links title={title} created={links.created} invite={invite.value} origin={location.origin} />;
  }
  return (
    <NewWorkshopForm
      standard={standard}
      copied={copied}
      creating={creating.value}
      refused={refused.value}
      keyState={keyState.value}
      onCreate={(draft, key) => void create(draft, standard, key)}
    />
  );
}

async function start(): Promise<void> {
  const [standard] = await Promise.all([standardWords(), startWords('new', 'factors')]);
  document.title = say('ui.title', { page: say('new.title') });
  render(<LanguageSwitch />, slot('language'));
  keepFocus(slot('main'));
  render(<Page standard={standard} copied={copyLeft(standard)} />, slot('main'));
}

void start();
