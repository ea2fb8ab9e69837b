// The page /styles, for development and tests: every screen in every state, and every component. It is
// never in the built site.
//   ?screen=NAME   one screen, as its own page shows it
//   ?components    the colours, the type and every component in every state
//   ?frames        all screens side by side
import { render } from 'preact';

import { LanguageSwitch } from '../components/language.tsx';
import { Components } from '../fixtures/components.tsx';
import componentStyles from '../fixtures/components.css?inline';
import { framePage } from '../fixtures/page_frames.ts';
import { SCREENS } from '../fixtures/screens.tsx';
import { StylesIndex } from '../fixtures/styles_index.tsx';
import { languages, type Language } from '../generated/languages.ts';
import { hear } from '../screens/wall/both.tsx';
import { startWords } from '../words/say.ts';
import { slot } from './slot.ts';

async function start(): Promise<void> {
  await startWords('home', 'phone', 'phone_aside', 'desk', 'wall', 'new', 'recover', 'results', 'factors', 'names');
  const asked = new URLSearchParams(location.search);
  const name = asked.get('screen');
  const screen = name === null ? undefined : SCREENS[name];
  if (name !== null && !screen) throw new Error(`no screen ${name}`);
  await framePage(screen?.page ?? 'desk', screen ? '' : componentStyles);
  // What a wall fetches by itself is here before a picture is taken.
  await Promise.all((Object.keys(languages) as Language[]).map(hear));
  document.title = name ?? (asked.has('components') ? 'Components' : 'Screens');
  if (screen?.page !== 'wall') render(<LanguageSwitch />, slot('language'));
  if (screen) render(screen.draw(), slot('main'));
  else if (asked.has('components')) render(<Components />, slot('main'));
  else render(<StylesIndex frames={asked.has('frames')} />, slot('main'));
}

void start();
