// The page /styles of the development server: every screen in every state, each in a frame of its own.
import { render, type ComponentChild } from 'preact';

import { LanguageSwitch } from '../components/language.tsx';
import { SCREENS } from '../fixtures/screens.tsx';
import { startWords } from '../words/say.ts';
import { slot } from './slot.ts';

const WIDTHS = { phone: 390, desk: 1280, wall: 1280 } as const;
const HEIGHTS = { phone: 844, desk: 900, wall: 720 } as const;

function Index() {
  return (
    <>
      <h1>Every screen in every state</h1>
      <div class="frames">
        {Object.entries(SCREENS).map(([name, { page }]) => (
          <figure key={name}>
            <figcaption>
              <a href={`?screen=${name}`}>{name}</a>
            </figcaption>
            <iframe src={`?screen=${name}`} title={name} width={WIDTHS[page]} height={HEIGHTS[page]} loading="lazy" />
          </figure>
        ))}
      </div>
    </>
  );
}

const STYLES = {
  phone: ['home'],
  desk: ['new', 'desk', 'desk_questions', 'desk_parts'],
  wall: ['wall'],
} as const;

async function start(): Promise<void> {
  await startWords('home', 'phone', 'desk', 'wall', 'new', 'recover', 'results', 'factors', 'names');
  const wanted = new URLSearchParams(location.search).get('screen');
  const screen = wanted === null ? undefined : SCREENS[wanted];
  const page = screen?.page ?? 'desk';
  await Promise.all(STYLES[page].map((name) => import(`../styles/${name}.css`)));
  document.documentElement.classList.toggle('is-wall', page === 'wall');
  const main = slot('main');
  main.className = page === 'wall' ? 'wall' : page === 'desk' && !/^(new|links|recover)/.test(wanted ?? '') ? 'page page-wide' : 'page';
  const bar = document.getElementById('bar');
  if (bar) bar.hidden = page === 'wall';
  render(<LanguageSwitch />, slot('language'));
  const shown: ComponentChild = screen ? screen.draw() : <Index />;
  render(shown, main);
}

void start();
