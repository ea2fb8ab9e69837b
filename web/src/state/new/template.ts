// A workshop's form as a file, to begin again from: {"format":"quorate-template","version":1,"setup":{…}}.
// All of it stays in the browser.
import type { WorkshopDraft } from './draft.ts';
import { Reader, WrongMember } from './reader.ts';
import { draftOf } from './read_setup.ts';
import { setupOf } from './setup.ts';
import type { Standard } from './standard.ts';

const FORMAT = 'quorate-template';
export const VERSION = 1;
const KIB = 1024;
export const MOST_KIB = 256;
export const MOST_BYTES = MOST_KIB * KIB;
export const ENDING = '.quorate-template.json';

export type TemplateProblem =
  | { readonly key: 'new.template.error.not_one' }
  | { readonly key: 'new.template.error.too_large'; readonly n: number }
  | { readonly key: 'new.template.error.version'; readonly version: string }
  | { readonly key: 'new.template.error.field'; readonly field: string };

export type Loaded =
  | { readonly ok: true; readonly draft: WorkshopDraft }
  | { readonly ok: false; readonly problem: TemplateProblem };

const failed = (problem: TemplateProblem): Loaded => ({ ok: false, problem });

/** A closing time is left out: it belongs to the one workshop. */
export function templateOf(draft: WorkshopDraft, standard: Standard): string {
  const { closing_ms: _, ...setup } = setupOf(draft, standard);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, setup }, null, 2)}\n`;
}

/** What a setup from outside gives for the form, or one thing that is wrong with it. */
export function loadedSetup(setup: unknown, standard: Standard): Loaded {
  try {
    return { ok: true, draft: draftOf(setup, standard) };
  } catch (error) {
    if (error instanceof WrongMember) return failed({ key: 'new.template.error.field', field: error.path });
    throw error;
  }
}

function parsed(text: string): Reader | undefined {
  try {
    return Reader.over(JSON.parse(text) as unknown);
  } catch {
    return undefined; // no JSON, or no object
  }
}

/** The text of a file that may be anything. */
export function loadedTemplate(text: string, standard: Standard): Loaded {
  const file = parsed(text);
  if (file?.member('format') !== FORMAT) return failed({ key: 'new.template.error.not_one' });
  const version = file.member('version');
  if (version !== VERSION) {
    const said = typeof version === 'number' ? String(version) : '?';
    return failed({ key: 'new.template.error.version', version: said });
  }
  return loadedSetup(file.member('setup'), standard);
}

/** Before the file is read. */
export function tooLarge(bytes: number): Loaded | undefined {
  return bytes > MOST_BYTES ? failed({ key: 'new.template.error.too_large', n: MOST_KIB }) : undefined;
}

const MOST_NAME = 40;

/** A name that every system takes, from the title: "Crisis sanctuary" becomes crisis-sanctuary. */
export function fileName(title: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_NAME)
    .replace(/^-+|-+$/g, '');
  return `${name === '' ? 'workshop' : name}${ENDING}`;
}
