import type { ComponentChildren } from 'preact';

import type { Client } from '../../client/runner.ts';
import type { QuestionRef } from '../../state/desk/action.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { positionOf } from './next_words.ts';

interface TalkProps {
  readonly client: Client;
  readonly view: View;
  readonly discuss: readonly QuestionRef[];
  /** The next step itself: asks the first one again. */
  readonly children: ComponentChildren;
}

/** What talking about could change the advice, each with the way to ask it again. */
export function Talk({ client, view, discuss, children }: TalkProps) {
  const { lang, question, say } = useWords();
  return (
    <>
      <h3>{say('discuss.title')}</h3>
      <p>{say('discuss.text')}</p>
      <ol class="discuss">
        {discuss.map(({ factor, round }, index) => (
          <li key={factor}>
            <p lang={lang}>{question(factor)}</p>
            {index === 0 ? (
              children
            ) : (
              <button
                type="button"
                class="button button-quiet button-small"
                onClick={() => client.command({ kind: 'open', questions: [{ factor, round }] })}
              >
                {say('desk.new_round', { n: positionOf(view, factor), round })}
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
