import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { Words } from './words.ts';

const WordsContext = createContext<Words | undefined>(undefined);

export const WordsProvider = WordsContext.Provider;

/** The words of the workshop on this page. Only under a WordsProvider. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords outside a WordsProvider');
  return words;
}
