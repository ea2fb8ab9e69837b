import type { WorkshopDraft } from '../../state/new/draft.ts';
import type { Errors } from './texts.tsx';

/** What a part of the form draws, and what it changes. */
export interface Part {
  readonly draft: WorkshopDraft;
  readonly errors: Errors;
  readonly onPart: (part: Partial<WorkshopDraft>) => void;
}
