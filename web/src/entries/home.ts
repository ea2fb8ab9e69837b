// The start page: makes its form, which works without any script, answer at once, and turns into the
// phone when a workshop is found.
import { findWorkshop } from '../api/find_workshop.ts';
import { prepareClient } from '../client/start.ts';
import type { HomeKey } from '../generated/keys.ts';
import { languages, type Language } from '../generated/languages.ts';
import { codeIn, entranceIn, type Entrance } from '../state/links/address.ts';
import { keepInvitation } from '../state/links/invitation.ts';
import { knownWorkshop, rememberWorkshop } from '../state/links/visited.ts';
import { refusalSentence } from '../words/refusal.ts';
import { chooseLanguage, currentLanguage, known, say, startWords } from '../words/say.ts';

function byId<E extends HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found as E;
}

const plain = (key: string) => (say as (key: string) => string)(key);

function translate(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) {
    const key = element.dataset['say'] as HomeKey;
    element.textContent = plain(key);
  }
  document.title = say('ui.title', { page: say('home.title') });
  sayProblem();
  const slot = byId('language');
  slot.replaceChildren(
    ...(Object.keys(languages) as Language[])
      .filter((tag) => tag !== currentLanguage())
      .map((tag) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'link-button';
        button.lang = tag;
        button.textContent = languages[tag].name;
        button.onclick = async () => {
          await chooseLanguage(tag);
          translate();
          slot.querySelector('button')?.focus();
        };
        return button;
      }),
  );
}

/** Why the person is not in, in the language of the moment. */
let problem = (): string => '';

function sayProblem(): void {
  const text = problem();
  byId('problem-link').textContent = text;
  byId('code-error').textContent = say('error.prefix', { text });
}

function showProblem(text: () => string): void {
  problem = text;
  sayProblem();
  const summary = byId('problem');
  byId('code-error').hidden = false;
  byId('code-field').classList.add('has-error');
  byId('code').setAttribute('aria-invalid', 'true');
  byId('code').setAttribute('aria-describedby', 'code-hint code-error');
  summary.hidden = false;
  summary.focus();
}

function clearProblem(): void {
  byId('problem').hidden = true;
  byId('code-error').hidden = true;
  byId('code-field').classList.remove('has-error');
  byId('code').removeAttribute('aria-invalid');
  byId('code').setAttribute('aria-describedby', 'code-hint');
}

/** The code of the workshop that has this page. */
let here: string | undefined;

/** `link`: the code, and the key where a link had it. */
async function lookUp(code: string, link: string): ReturnType<typeof findWorkshop> {
  const value = knownWorkshop(code);
  return value ? { ok: true, value } : findWorkshop(link);
}

/** `asked` is the look-up of this code, if it is on its way already. */
async function join(typed: string, asked?: ReturnType<typeof findWorkshop>): Promise<void> {
  clearProblem();
  const code = codeIn(typed);
  if (code === undefined) return showProblem(() => say('error.code'));
  const phone = import('./phone.tsx'); // on its way while the server looks the code up
  byId('joining').textContent = say('phone.state.joining');
  const found = await (asked ?? lookUp(code, code));
  if (!found.ok) {
    byId('joining').textContent = '';
    return showProblem(() => refusalSentence(found.error, { say, known }));
  }
  rememberWorkshop(code, found.value);
  here = code;
  history.replaceState(null, '', `/#${code}`);
  try {
    await (await phone).startPhone(found.value, code);
  } catch (fault) {
    console.error(fault);
    byId('joining').textContent = '';
    showProblem(() => say('phone.state.not_started'));
  }
}

async function start(): Promise<void> {
  prepareClient();
  // What a scanned code needs is asked for at once, and not only after the page's own sentences.
  if (entrance) import('./phone.tsx').catch(() => undefined);
  const asked = entrance && lookUp(entrance.code, entrance.link);
  await (entrance ? startWords('home', 'phone', 'names') : startWords('home'));
  translate();
  const form = byId<HTMLFormElement>('join');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void join(byId<HTMLInputElement>('code').value);
  });
  byId('problem-link').addEventListener('click', (event) => {
    event.preventDefault();
    byId('code').focus();
  });
  if (!entrance) return;
  byId<HTMLInputElement>('code').value = entrance.code;
  await join(entrance.code, asked);
}

/** Where the address leads; the invitation in it leaves the address before anything else happens. */
function enter(): Entrance | undefined {
  const entrance = entranceIn(location.hash);
  if (entrance?.invitation === undefined) return entrance;
  keepInvitation(entrance.code, entrance.invitation);
  history.replaceState(null, '', `/#${entrance.code}`);
  return entrance;
}

const entrance = enter();
// Another picture scanned into this page; a jump within it (the skip link) must not lose the workshop.
addEventListener('hashchange', () => {
  if (enter()) return location.reload();
  if (here !== undefined) history.replaceState(null, '', `/#${here}`);
});

void start();
