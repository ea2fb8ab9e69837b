/** The shapes screens draw: the client's view model, and the engine's result. Only types. */
import type * as contract from '../../../../client-wasm/contract.ts';

export type { Fact, Factor, Group, Link, Me, OwnAnswer, Person, Setup, Text, View } from '../../../../client-wasm/contract.ts';

/** One answer: a rating of 1 to 9, "I do not know" or "Does not apply here". */
export type Answer = contract.Rating;
export type Rating = Extract<Answer, number>;
export type Question = contract.QuestionState;
export type QuestionState = Question['state'];
export type Phase = contract.View['phase'];
export type Role = contract.ShownRole;
export type Pace = contract.Pace;
/** What the client shows: CONTRACT.md, "View model". */
export type Model = contract.ViewModel;
export type Refusal = NonNullable<Model['refusal']>;

export type Zone = 'yes' | 'partly' | 'no';
export type Level = 0 | 1 | 2 | 3 | 4;

/** An exact fraction with its decimal form. */
export interface Fraction {
  readonly dec: string;
  readonly num: number;
  readonly den: number;
}

/** One factor of the engine's result. What is absent or null was withheld or is not yet known. */
export interface FactorResult {
  readonly id: string;
  readonly role: string;
  readonly n: number;
  readonly dk?: number | null;
  readonly na?: number | null;
  readonly unknown?: 'few' | 'dont_know' | 'not_applicable' | false | null;
  readonly indicative?: boolean | null;
  readonly l2?: number | null;
  readonly m2?: number | null;
  readonly u2?: number | null;
  readonly zone?: Zone | null;
  readonly di?: Fraction | null;
  readonly disagreement?: boolean | null;
  readonly counts?: readonly number[] | null;
  readonly measures?: { readonly m2?: number; readonly mean_gap?: Fraction | null } | null;
  /** Groups shown together, or one alone; they partition `counts`. */
  readonly cells?: readonly Cell[] | null;
  /** Every pair of cells, named by their places in `cells`. */
  readonly deltas?: readonly { readonly a: number; readonly b: number; readonly divergence: boolean }[] | null;
  readonly stability?: { readonly stable: boolean } | null;
}

export interface Cell {
  readonly groups: readonly string[];
  readonly n: number;
  readonly counts: readonly number[];
}

/** The fewest ratings that would have to change for another level. */
export interface Flip {
  readonly total: number;
  readonly factors: readonly { readonly id: string; readonly ratings: number }[];
  readonly single: { readonly id: string; readonly ratings: number } | null;
}

export interface Reason {
  readonly clause: string;
  readonly factors: readonly string[];
}

export type Status = 'incomplete' | 'too_few' | 'not_agreed' | 'close_call' | 'firm';

/** The engine's result: see the engine's README for every member. */
export interface Result {
  readonly level: Level | null;
  readonly ceiling: Level | null;
  readonly floor: Level | null;
  readonly range: readonly [Level, Level] | null;
  readonly status: Status;
  readonly critical: readonly string[] | null;
  readonly reasons: readonly Reason[] | null;
  readonly conditions: {
    readonly '3': readonly (readonly string[])[] | null;
    readonly '4': readonly (readonly string[])[] | null;
    readonly agree_purpose: boolean;
  } | null;
  readonly flags: readonly string[] | null;
  readonly flip: { readonly up: Flip | null; readonly down: Flip | null } | null;
  readonly discuss_next: readonly string[] | null;
  readonly equal_voice_level?: Level | null;
  readonly n: number;
  readonly k: number;
  readonly groups: readonly { readonly id: string; readonly level: Level | null }[];
  readonly factors: readonly FactorResult[];
}
