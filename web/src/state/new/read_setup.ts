// From a setup that somebody sent (PROTOCOL.md section 5) to the form, the way back of setup.ts.
import { languages as known, type Language } from '../../generated/languages.ts';
import type { Pace, Text } from '../model/types.ts';
import {
  ALWAYS_ASKED,
  MIN_GROUP,
  MOST_FACTORS,
  MOST_FACTS,
  MOST_GROUPS,
  OPEN_MIN_GROUP,
  type FactDraft,
  type FactorDraft,
  type FactorRole,
  type GroupDraft,
  type WorkshopDraft,
} from './draft.ts';
import { Reader } from './reader.ts';
import { BUILT_IN_TEMPLATE } from './setup.ts';
import { builtIn, type Standard } from './standard.ts';

export const ROLES: readonly FactorRole[] = ['blocking', 'limiting', 'fixable', 'case_for'];
export const PACES: readonly Pace[] = ['together', 'one_by_one', 'over_days'];

/** The server adds this group, "Prefer not to say", to every workshop. */
const UNSAID = 'unsaid';
const ID = /^[a-z0-9_]{1,40}$/;
const TAGS = Object.keys(known) as Language[];

/** A text in the languages there are pages for; nothing where it is not there. */
function readText(from: Reader, key: string): Text | undefined {
  if (from.member(key) === undefined) return undefined;
  const texts = from.child(key);
  return Object.fromEntries(
    TAGS.flatMap((tag) => {
      const words = texts.string(tag);
      return words === undefined ? [] : [[tag, words]];
    }),
  );
}

function readId(from: Reader, taken: Set<string>): string {
  const id = from.string('id');
  if (id === undefined || !ID.test(id) || taken.has(id)) return from.wrong('id');
  taken.add(id);
  return id;
}

function readFact(from: Reader): FactDraft {
  return { text: readText(from, 'text') ?? {}, source: from.string('source') ?? '' };
}

function readFactor(from: Reader, standard: Standard, taken: Set<string>): FactorDraft {
  const id = readId(from, taken);
  const own = builtIn(standard, id);
  const text = (part: 'question' | 'hint' | 'yes' | 'no') => readText(from, part) ?? own?.[part] ?? {};
  return {
    id,
    role: own?.role ?? from.oneOf('role', ROLES),
    question: text('question'),
    hint: text('hint'),
    yes: text('yes'),
    no: text('no'),
    facts: from.children('facts', MOST_FACTS).map(readFact),
    leftOut: false,
  };
}

/** The questions in their order; those of the built-in ten that are not there are left out. */
function readFactors(from: Reader, standard: Standard): readonly FactorDraft[] {
  if (from.member('factors') === undefined) return standard.factors;
  const taken = new Set<string>();
  const factors = from.children('factors', MOST_FACTORS).map((each) => readFactor(each, standard, taken));
  if (!taken.has(ALWAYS_ASKED)) from.wrong('factors');
  const missing = standard.factors.filter(({ id }) => !taken.has(id));
  return [...factors, ...missing.map((factor) => ({ ...factor, leftOut: true }))];
}

function readGroups(from: Reader, standard: Standard): readonly GroupDraft[] {
  if (from.member('groups') === undefined) return standard.groups;
  const taken = new Set<string>();
  const groups = from.children('groups', MOST_GROUPS + 1).map((each) => ({
    id: readId(each, taken),
    label: readText(each, 'label') ?? {},
    livedExperience: each.boolean('lived_experience'),
    holdsDecision: each.boolean('holds_decision'),
  }));
  const asked = groups.filter(({ id }) => id !== UNSAID);
  if (asked.length > MOST_GROUPS) from.wrong('groups');
  return asked;
}

function readLanguages(from: Reader): readonly [Language, ...Language[]] {
  const tags = from.list('languages', TAGS.length).map((tag) => TAGS.find((each) => each === tag) ?? from.wrong('languages'));
  const [first, ...others] = tags;
  if (first === undefined || new Set(tags).size < tags.length) return from.wrong('languages');
  return [first, ...others];
}

/** Throws WrongMember. A closing time is not read: it belongs to the one workshop. */
export function draftOf(value: unknown, standard: Standard): WorkshopDraft {
  const from = Reader.over(value, 'setup');
  if ((from.string('template') ?? BUILT_IN_TEMPLATE) !== BUILT_IN_TEMPLATE) from.wrong('template');
  const open = from.boolean('open');
  const { least, most, usual } = open ? OPEN_MIN_GROUP : MIN_GROUP;
  return {
    title: readText(from, 'title') ?? {},
    question: readText(from, 'question') ?? standard.decision,
    context: readText(from, 'context') ?? {},
    organisation: from.string('organisation') ?? '',
    contact: from.string('contact') ?? '',
    languages: readLanguages(from),
    pace: from.oneOf('pace', PACES) ?? 'together',
    closing: '',
    open,
    minGroup: String(from.integer('min_group', least, most) ?? usual),
    factors: readFactors(from, standard),
    groups: readGroups(from, standard),
  };
}
