import type { Pace, Text } from './model.ts';

/** A group as it is edited: `key` names the row while it is on screen. */
export interface GroupDraft {
  readonly key: string;
  readonly label: string;
  readonly livedExperience: boolean;
  readonly holdsDecision: boolean;
}

export interface WorkshopDraft {
  readonly title: string;
  readonly question: string;
  readonly context: string;
  readonly organisation: string;
  readonly contact: string;
  readonly languages: 'en' | 'cy' | 'both';
  readonly pace: Pace;
  readonly minGroup: string;
  readonly groups: readonly GroupDraft[];
}

/** The groups a workshop starts with, by the catalogue's names; the first have lived experience. */
export const PRESET_GROUPS = [
  { key: 'lived', livedExperience: true, holdsDecision: false },
  { key: 'carers', livedExperience: false, holdsDecision: false },
  { key: 'staff', livedExperience: false, holdsDecision: false },
  { key: 'managers', livedExperience: false, holdsDecision: false },
  { key: 'leaders', livedExperience: false, holdsDecision: true },
  { key: 'board', livedExperience: false, holdsDecision: true },
  { key: 'partners', livedExperience: false, holdsDecision: false },
] as const;

/** The engine's bounds: at most 12 groups, one of them being "Prefer not to say". */
export const MOST_GROUPS = 11;
export const LEAST_MIN_GROUP = 5;
export const MOST_MIN_GROUP = 20;

export type DraftError =
  | { readonly field: 'title'; readonly key: 'new.field.title.error' }
  | { readonly field: 'min-group'; readonly key: 'new.field.min_group.error' }
  | { readonly field: `group-${string}`; readonly key: 'new.groups.error' | 'new.groups.error.same' };

/** What has to be put right before this can be made, in the order of the form. */
export function errorsIn(draft: WorkshopDraft): readonly DraftError[] {
  const errors: DraftError[] = [];
  if (draft.title.trim() === '') errors.push({ field: 'title', key: 'new.field.title.error' });
  const seen = new Set<string>();
  for (const { key, label } of draft.groups) {
    const name = label.trim().toLocaleLowerCase();
    if (name === '') errors.push({ field: `group-${key}`, key: 'new.groups.error' });
    else if (seen.has(name)) errors.push({ field: `group-${key}`, key: 'new.groups.error.same' });
    seen.add(name);
  }
  const k = Number(draft.minGroup);
  if (!Number.isInteger(k) || k < LEAST_MIN_GROUP || k > MOST_MIN_GROUP) {
    errors.push({ field: 'min-group', key: 'new.field.min_group.error' });
  }
  return errors;
}

/** The languages chosen, the first being the one the texts were written in. */
function languagesOf({ languages }: WorkshopDraft): readonly string[] {
  return languages === 'both' ? ['en', 'cy'] : [languages];
}

/** A preset group that was not renamed keeps its name in every language of the workshop. */
function labelOf(group: GroupDraft, languages: readonly string[], presets: { readonly [key: string]: Text }): Text {
  const preset = presets[group.key];
  const kept = preset !== undefined && Object.values(preset).includes(group.label.trim());
  if (!kept) return { [languages[0] ?? 'en']: group.label.trim() };
  return Object.fromEntries(languages.flatMap((tag) => (preset[tag] === undefined ? [] : [[tag, preset[tag]]])));
}

/** The setup the server takes (PROTOCOL.md section 5). The organisation's own texts are in the first
 *  language; an optional text that is empty is left out. `presets` has the preset groups' names. */
export function setupOf(draft: WorkshopDraft, presets: { readonly [key: string]: Text }): object {
  const languages = languagesOf(draft);
  const text = (value: string) => ({ [languages[0] ?? 'en']: value.trim() });
  const optional = (name: string, value: string, wrapped: unknown) => (value.trim() === '' ? {} : { [name]: wrapped });
  return {
    title: text(draft.title),
    ...optional('question', draft.question, text(draft.question)),
    ...optional('context', draft.context, text(draft.context)),
    ...optional('organisation', draft.organisation, draft.organisation.trim()),
    ...optional('contact', draft.contact, draft.contact.trim()),
    languages,
    template: 'coproduction-v1',
    pace: draft.pace,
    min_group: Number(draft.minGroup),
    groups: draft.groups.map((group) => ({
      id: group.key,
      label: labelOf(group, languages, presets),
      ...(group.livedExperience ? { lived_experience: true } : {}),
      ...(group.holdsDecision ? { holds_decision: true } : {}),
    })),
  };
}
