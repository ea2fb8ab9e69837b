import { useState } from 'preact/hooks';

import { Status } from '../../components/notice.tsx';
import { RatingCard } from '../../components/rating.tsx';
import type { Answer } from '../../state/model/types.ts';
import { useWords, WordsProvider } from '../../words/context.tsx';

/** Not a question of any workshop: nothing of it is sent. */
const PRACTICE = 'practice';

/** An everyday question with the same card as the real ones. */
export function Practice() {
  const words = useWords();
  const { say } = words;
  const [chosen, choose] = useState<Answer | undefined>(undefined);
  const pair = { yes: say('intro.practice.yes'), no: say('intro.practice.no') };
  const practised = {
    ...words,
    answer: (_: string, answer: Answer) => say(`answer.${answer}`, pair),
    band: (_: string, zone: 'yes' | 'partly' | 'no') => say(`answer.row.${zone}`, pair),
  };
  return (
    <WordsProvider value={practised}>
      <fieldset class="field" aria-describedby="practice-hint">
        <legend class="field-label">{say('intro.practice.question')}</legend>
        <p class="hint" id="practice-hint">
          {say('intro.practice.hint')}
        </p>
        <RatingCard factor={PRACTICE} chosen={chosen} onChoose={choose} />
      </fieldset>
      <Status tone="good" text={chosen === undefined ? undefined : say('intro.practice.done')} />
    </WordsProvider>
  );
}
