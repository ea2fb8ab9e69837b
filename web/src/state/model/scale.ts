import type { Answer, Rating, Zone } from './types.ts';

/** The three rows of the rating card, highest first: 9 always favours co-producing. */
export const BANDS: readonly { readonly zone: Zone; readonly ratings: readonly Rating[] }[] = [
  { zone: 'yes', ratings: [9, 8, 7] },
  { zone: 'partly', ratings: [6, 5, 4] },
  { zone: 'no', ratings: [3, 2, 1] },
];

export const RATINGS: readonly Rating[] = BANDS.flatMap((band) => band.ratings);

/** The two answers that are no rating. */
export const OTHERS: readonly ('dk' | 'na')[] = ['dk', 'na'];

export function zoneOf(rating: number): Zone {
  if (rating <= 3) return 'no';
  return rating <= 6 ? 'partly' : 'yes';
}

/** The value of a radio button as an answer; nothing for any other text. */
export function answerFrom(value: string): Answer | undefined {
  if (value === 'dk' || value === 'na') return value;
  const rating = Number(value);
  return Number.isInteger(rating) && rating >= 1 && rating <= 9 ? (rating as Rating) : undefined;
}
