import type { MessageKey } from '../generated/keys.ts';
import { BUILT_IN } from '../state/model/built_in.ts';
import type { Result } from '../state/model/types.ts';
import type { Words } from '../words/words.ts';
import { farApart } from './far_apart.ts';

/** A warning: a short title and what it means. */
export interface Told {
  readonly title: string;
  readonly text: string;
}

/** Flags whose two sentences take no arguments. */
const PLAIN = [
  'resource_paradox',
  'buy_in_without_power',
  'token_risk',
  'lived_experience_absent',
  'lived_experience_unheard',
  'buy_in_not_confirmed',
  'power_holders_unheard',
] as const satisfies readonly (MessageKey extends `flag.${infer Name}.title` ? Name : string)[];

type Plain = (typeof PLAIN)[number];

function isPlain(flag: string): flag is Plain {
  return (PLAIN as readonly string[]).includes(flag);
}

/** Which of the standard questions were left out, and which are the workshop's own. */
function templateChanged(result: Result, { say, shorts }: Words): Told {
  const asked = result.factors.map(({ id }) => id);
  const leftOut = BUILT_IN.filter((id) => !asked.includes(id));
  const added = asked.filter((id) => !(BUILT_IN as readonly string[]).includes(id));
  const sentences = [say('flag.template_changed.text')];
  if (leftOut.length > 0) sentences.push(say('flag.template_changed.left_out', { factors: shorts(leftOut) }));
  if (added.length > 0) sentences.push(say('flag.template_changed.added', { factors: shorts(added) }));
  return { title: say('flag.template_changed.title'), text: sentences.join(' ') };
}

function told(flag: string, result: Result, words: Words): Told | undefined {
  const { say, group } = words;
  if (isPlain(flag)) return { title: say(`flag.${flag}.title`), text: say(`flag.${flag}.text`) };
  switch (flag) {
    case 'groups_differ': {
      const apart = farApart(result);
      if (!apart) return undefined;
      return {
        title: say('flag.groups_differ.title'),
        text: say('flag.groups_differ.text', {
          group_a: group(apart.a.id),
          advice_a: say(`level.${apart.a.level}.name`),
          group_b: apart.b.id === undefined ? say('group.everyone') : group(apart.b.id),
          advice_b: say(`level.${apart.b.level}.name`),
        }),
      };
    }
    case 'equal_voice_differs': {
      const level = result.equal_voice_level;
      if (level === null || level === undefined) return undefined;
      const advice = say(`level.${level}.name`);
      return { title: say('flag.equal_voice_differs.title'), text: say('flag.equal_voice_differs.text', { advice }) };
    }
    case 'template_changed':
      return templateChanged(result, words);
    default:
      return undefined;
  }
}

/** What to look out for, each with its title and sentence, in the engine's order. */
export function flagsOf(result: Result, words: Words): readonly (Told & { readonly id: string })[] {
  return (result.flags ?? []).flatMap((id) => {
    const found = told(id, result, words);
    return found ? [{ id, ...found }] : [];
  });
}
