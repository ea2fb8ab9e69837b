import type { Person, View } from '../model/types.ts';

const BITS_A_DIGIT = 4;
const HIGHEST_BIT = 8;

/** Whether the person at this place is here, or was within ten minutes (PROTOCOL.md P4.3): the bit `8 >> at % 4` of the
 *  digit `at / 4`; digits left out are 0. */
export function isHere(here: string | undefined, at: number): boolean {
  const digit = Number.parseInt(here?.[Math.floor(at / BITS_A_DIGIT)] ?? '0', 16);
  return (digit & (HIGHEST_BIT >> at % BITS_A_DIGIT)) !== 0;
}

export type Presence = 'here' | 'away' | 'no_phone';

export function presenceOf(person: Person, here: string | undefined): Presence {
  if (person.proxy) return 'no_phone';
  return isHere(here, person.at) ? 'here' : 'away';
}

/** Enough that something can be shown of them: as many as the smallest group, and as many with a phone of their
 *  own or nobody. */
export function isEnough(all: number, proxies: number, least: number): boolean {
  const own = all - proxies;
  return all >= least && (own === 0 || own >= least);
}

export type Heard = 'enough' | 'few';

/** Whether enough of those that count separately have joined: who holds the decision, and who has lived
 *  experience. Nothing where no group of the workshop is marked so. */
export function heardOf(view: View): { readonly deciders?: Heard; readonly lived?: Heard } {
  const { groups, min_group } = view.setup;
  const people = Object.values(view.people ?? {});
  const heard = (mark: 'holds_decision' | 'lived_experience'): Heard | undefined => {
    if (!Object.values(groups).some((group) => group[mark])) return undefined;
    const here = people.filter((person) => groups[person.group]?.[mark]);
    const proxies = here.filter((person) => person.proxy).length;
    return isEnough(here.length, proxies, min_group) ? 'enough' : 'few';
  };
  const deciders = heard('holds_decision');
  const lived = heard('lived_experience');
  return { ...(deciders ? { deciders } : {}), ...(lived ? { lived } : {}) };
}
