import type { View } from './types.ts';

/** The answers of the round before the one that is shown, for 1 … 9; nothing where they may not be shown
 *  or where there was none. */
export function earlierCounts(view: View, factor: string): readonly number[] | undefined {
  const published = view.published as unknown as Published | undefined;
  const place = published?.setup?.factors.findIndex(({ id }) => id === factor) ?? -1;
  return place < 0 ? undefined : published?.factors?.[place]?.previous;
}

/** What is read here of the engine's published value. */
interface Published {
  readonly setup?: { readonly factors: readonly { readonly id: string }[] };
  readonly factors?: readonly { readonly previous?: readonly number[] }[];
}
