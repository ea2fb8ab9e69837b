// Which field of the form the server means by "factors[3].facts[0].text.cy".
import type { WorkshopDraft } from './draft.ts';
import { asked } from './factor_list.ts';
import { factField, factorField, FIELDS, groupField, inLanguage } from './fields.ts';

const PLAIN: ReadonlyMap<string, string> = new Map(Object.entries({
  organisation: FIELDS.organisation,
  contact: FIELDS.contact,
  languages: FIELDS.languages,
  pace: FIELDS.pace,
  closing_ms: FIELDS.closing,
  min_group: FIELDS.minGroup,
  factors: FIELDS.addFactor,
  groups: FIELDS.addGroup,
}));
const STEP = /([a-z_]+)(?:\[(\d+)\])?/g;

interface Step {
  readonly name: string;
  readonly index: number;
}

function stepsOf(path: string): readonly Step[] {
  return [...path.matchAll(STEP)].map(([, name = '', index]) => ({ name, index: index === undefined ? -1 : Number(index) }));
}

/** Nothing where the form has no field for it. */
export function refusedField(path: string, draft: WorkshopDraft): string | undefined {
  const [first, second, third, fourth] = stepsOf(path);
  if (!first) return undefined;
  /** A text without a language is named by the first one. */
  const text = (field: string, language: Step | undefined) =>
    inLanguage(field, draft.languages.find((tag) => tag === language?.name) ?? draft.languages[0]);
  if (['title', 'question', 'context'].includes(first.name)) return text(first.name, second);
  if (first.name === 'groups' && first.index >= 0) {
    const group = draft.groups[first.index];
    return group && text(groupField(group.id), third);
  }
  if (first.name !== 'factors' || first.index < 0) return PLAIN.get(first.name);
  const factor = asked(draft.factors)[first.index];
  if (!factor) return FIELDS.addFactor;
  if (second?.name === 'facts' && third?.name === 'source') return factField(factor.id, second.index, 'source');
  if (second?.name === 'facts') return text(factField(factor.id, Math.max(second.index, 0), 'text'), fourth);
  if (second?.name === 'role') return factorField(factor.id, 'role');
  const part = (['hint', 'yes', 'no'] as const).find((each) => each === second?.name) ?? 'question';
  return text(factorField(factor.id, part), third);
}
