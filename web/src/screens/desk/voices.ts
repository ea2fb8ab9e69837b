import { useEffect, useState } from 'preact/hooks';

import type { Bundle } from '../../generated/keys.ts';
import { load } from '../../generated/load.ts';
import { currentLanguage, isLanguage, say, sayIn, type Say } from '../../words/say.ts';

/** The catalogue's sentences in a language that need not be the page's. */
export interface VoiceIn {
  readonly language: string;
  readonly say: Say;
}

/** A say for each of these languages, in their order: for what people of both read. While the sentences of
 *  another language than the page's are on their way it is missing. */
export function useVoices(wanted: readonly string[], bundle: Bundle): readonly VoiceIn[] {
  const [fetched, setFetched] = useState<Readonly<Record<string, Say>>>({});
  const page = currentLanguage();
  useEffect(() => {
    for (const tag of wanted) {
      if (tag === page || !isLanguage(tag) || fetched[tag]) continue;
      void load[tag][bundle]().then(({ messages }) => setFetched((known) => ({ ...known, [tag]: sayIn(messages, tag) })));
    }
  }, [wanted, page]);
  return wanted.flatMap((language) => {
    const voice = language === page ? say : fetched[language];
    return voice ? [{ language, say: voice }] : [];
  });
}
