import { isVoting } from '../../advice/change.ts';
import { decidedLine } from '../../advice/spoken.ts';
import { MOST_SEATS, Seats } from '../../components/seats.tsx';
import { listLayout, listTexts } from '../../state/wall/list_layout.ts';
import { askedOf } from '../../state/model/rounds.ts';
import { textIn } from '../../state/model/text.ts';
import type { Result, Text, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import { Both, Largest, textsOf, useBoth } from './both.tsx';
import { WallDecision } from './decision.tsx';

export interface SceneProps {
  readonly view: View;
  readonly result: Result | undefined;
}

/** Those without a phone are among the joined, and that is said. */
export function Proxies({ view }: { readonly view: View }) {
  const { say } = useWords();
  return view.proxies ? <p class="wall-hint">{say('count.proxies', { n: view.proxies })}</p> : null;
}

/** The workshop's own text in the language that these words are in. */
const own = (view: View, text: Text | undefined) => ({ lang }: Words) => textIn(text, lang, view.setup.languages[0]);

/** In rem: what the lobby has beside the large picture. */
const TITLE = { width: 42, height: 5.5, most: 6.5 } as const;
const DECISION = { width: 42, height: 3.2, most: 5 } as const;
const HEADING = { width: 51, height: 4, most: 5 } as const;

export function LobbyScene({ view }: SceneProps) {
  const { setup, joined } = view;
  return (
    <div class="wall-lobby">
      <Largest own place={TITLE} of={own(view, setup.title)} />
      <div class="wall-lead">
        <Largest own as="p" place={DECISION} of={own(view, setup.question)} />
      </div>
      <Both class="wall-quote" of={({ say }) => say('intro.coproduction')} />
      <Both class="wall-quote" of={({ say }) => say('intro.yes_no')} />
      <div class="wall-count">
        <Seats filled={joined} all={Math.min(joined, MOST_SEATS)} />
        <Both of={({ say }) => say('count.joined', { n: joined })} />
      </div>
      <Proxies view={view} />
    </div>
  );
}

/** Several questions at once, each with how many have answered it. */
export function QuestionsScene({ view }: SceneProps) {
  const both = useBoth();
  const { say, lang } = useWords();
  const texts = listTexts(view.setup.order.map((id) => textsOf(both, (each) => each.question(id))));
  const { columns, size, lines } = listLayout(texts);
  return (
    <div class="wall-list">
      <Largest place={HEADING} of={(each) => each.say(isVoting(view) ? 'wall.voting' : 'wall.closed')} />
      <Proxies view={view} />
      <ol style={{ '--columns': columns, '--size': size, '--lines': lines, '--rows': Math.ceil(texts.length / columns) }}>
        {view.setup.order.map((id, index) => {
          const question = view.questions?.[id];
          return (
            <li key={id} class={question?.state === 'open' ? 'is-open' : ''}>
              <span class="wall-list-number">{index + 1}</span>
              <span class="wall-list-question" lang={lang} dir="auto">{texts[index]}</span>
              <span class="number">
                {question && question.state !== 'waiting' ? say('ui.of', { n: question.answered, all: askedOf(view, id) }) : null}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Over before anything was shown. */
export function EndedScene({ view }: SceneProps) {
  const { decision, setup } = view;
  const title = textIn(setup.title, currentLanguage(), setup.languages[0]);
  return (
    <div class="wall-lobby">
      <p class="wall-eyebrow" dir="auto">{title}</p>
      <Largest place={TITLE} of={(words) => (decision ? decidedLine(decision, words) : words.say('wall.ended'))} />
      {decision ? <WallDecision decision={decision} /> : null}
      {decision ? <Both class="wall-hint" of={({ say }) => say('wall.ended')} /> : null}
    </div>
  );
}
