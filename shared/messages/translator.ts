// A typed look-up over the bundles a page has loaded: an unknown key, or a missing argument, fails
// tsc. `Messages` is the generated type of the bundles, for example `PhoneMessages & FactorsMessages`.
import { format, type Arguments, type Plurals } from './format.ts';

type Given<Kind> = Record<never, never> extends Kind ? [] : [values: Kind];

export type Translate<Messages> = <Key extends keyof Messages & string>(
  key: Key,
  ...given: Given<Messages[Key]>
) => string;

/** A key that is not in the patterns is shown itself, so that it is seen and not hidden. */
export function translator<Messages>(
  patterns: Readonly<Record<keyof Messages & string, string>>,
  plurals: Plurals,
): Translate<Messages> {
  return (key, ...given) => format(patterns[key] ?? key, (given[0] ?? {}) as Arguments, plurals);
}

/** "time", "time and power", "time, power and the law" */
export function list(
  translate: Translate<{ 'list.and': { a: string; b: string }; 'list.comma': { a: string; b: string } }>,
  items: readonly string[],
): string {
  return items.reduce((a, b, index) =>
    index === 0 ? b : translate(index === items.length - 1 ? 'list.and' : 'list.comma', { a, b }), '');
}
