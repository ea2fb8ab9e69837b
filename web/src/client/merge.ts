/** JSON values as they come over the wire; in a patch, null removes a member (RFC 7396). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function isObject(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function has(value: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(value, key);
}

function sameArray(a: readonly Json[], b: readonly Json[]): boolean {
  return a.length === b.length && a.every((item, index) => same(item, b[index] as Json));
}

/** Deep equality of JSON values. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return sameArray(a as readonly Json[], b as readonly Json[]);
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => has(b, key) && same(a[key], b[key]));
}

/** Applies an RFC 7396 merge patch and leaves the target as it was. Every part that does not change
 *  keeps its identity, so that whatever depends on it alone is not drawn again. */
export function merged(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return target !== undefined && same(target, patch) ? target : patch;
  const before: { readonly [key: string]: Json } = isObject(target) ? target : {};
  let after: { [key: string]: Json } | undefined;
  for (const [key, change] of Object.entries(patch)) {
    const had = has(before, key);
    if (change === null) {
      if (had) delete (after ??= { ...before })[key];
      continue;
    }
    const now = merged(had ? before[key] : undefined, change);
    if (!had || now !== before[key]) (after ??= { ...before })[key] = now;
  }
  return after ?? (isObject(target) ? target : before);
}
