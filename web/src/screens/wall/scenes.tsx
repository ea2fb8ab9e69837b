import { DecisionCard } from '../../components/decision.tsx';
import { Facts } from '../../components/facts.tsx';
import { MOST_SEATS, Seats } from '../../components/seats.tsx';
import { BANDS, OTHERS } from '../../state/model/scale.ts';
import { textIn } from '../../state/model/text.ts';
import type { QuestionState, Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage } from '../../words/say.ts';

export interface SceneProps {
  readonly view: View;
  readonly result: Result | undefined;
}

/** Those without a phone are among the joined, and that is said. */
function Proxies({ view }: { readonly view: View }) {
  const { say } = useWords();
  return view.proxies ? <p class="wall-hint">{say('count.proxies', { n: view.proxies })}</p> : null;
}

export function LobbyScene({ view }: SceneProps) {
  const { lang, say } = useWords();
  const language = currentLanguage();
  const first = view.setup.languages[0];
  return (
    <div class="wall-lobby">
      <h1 lang={lang}>{textIn(view.setup.title, language, first)}</h1>
      <p class="wall-lead" lang={lang}>{textIn(view.setup.question, language, first)}</p>
      <p class="wall-quote">{say('intro.coproduction')}</p>
      <p class="wall-quote">{say('intro.yes_no')}</p>
      <p class="wall-count">
        <Seats filled={view.joined} all={Math.min(view.joined, MOST_SEATS)} />
        {say('count.joined', { n: view.joined })}
      </p>
      <Proxies view={view} />
    </div>
  );
}

const STATES = {
  waiting: 'wall.soon',
  open: 'wall.voting',
  closed: 'wall.closed',
} as const satisfies { readonly [state in Exclude<QuestionState, 'revealed'>]: string };

function Answered({ view, id }: { readonly view: View; readonly id: string }) {
  const { say } = useWords();
  const answered = view.questions?.[id]?.answered ?? 0;
  return (
    <>
      <p class="wall-count">
        {view.joined <= MOST_SEATS ? <Seats filled={answered} all={view.joined} /> : null}
        {say('count.answered_of', { answered, joined: view.joined })}
      </p>
      <Proxies view={view} />
    </>
  );
}

/** The question with what can be answered; only how many have. */
export function QuestionScene({ view, id, state }: SceneProps & { readonly id: string; readonly state: keyof typeof STATES }) {
  const words = useWords();
  const { say } = words;
  const n = view.setup.order.indexOf(id) + 1;
  const round = view.questions?.[id]?.round ?? 0;
  return (
    <div class="wall-question">
      <p class="wall-eyebrow">
        {say('factor.number', { n, all: view.setup.order.length })} · {say(STATES[state])}
        {round > 1 ? ` · ${say('count.round', { n: round })}` : null}
      </p>
      <h1 lang={words.lang}>{words.question(id)}</h1>
      <p class="wall-hint" lang={words.lang}>{words.hint(id)}</p>
      <Facts factor={id} />
      <div class="wall-options" role="list" aria-label={say('wall.options')}>
        {BANDS.flatMap(({ zone, ratings }) =>
          ratings.map((rating) => (
            <span key={rating} role="listitem" class={`wall-option zone-${zone}`}>
              {words.answer(id, rating)} <b>{rating}</b>
            </span>
          )),
        )}
        {OTHERS.map((other) => (
          <span key={other} role="listitem" class="wall-option zone-other">
            {words.answer(id, other)}
          </span>
        ))}
      </div>
      {state === 'waiting' ? null : <Answered view={view} id={id} />}
    </div>
  );
}

/** Several questions at once, each with how many have answered it. */
export function QuestionsScene({ view }: SceneProps) {
  const words = useWords();
  const { say } = words;
  return (
    <div class="wall-list">
      <h1>{say('wall.voting')}</h1>
      <Proxies view={view} />
      <ol>
        {view.setup.order.map((id, index) => {
          const question = view.questions?.[id];
          return (
            <li key={id} class={question?.state === 'open' ? 'is-open' : ''}>
              <span class="wall-list-number">{index + 1}</span>
              <span lang={words.lang}>{words.question(id)}</span>
              <span class="number">
                {question && question.state !== 'waiting' ? say('ui.of', { n: question.answered, all: view.joined }) : null}
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
  const { lang, say } = useWords();
  return (
    <div class="wall-lobby">
      <h1 lang={lang}>{textIn(view.setup.title, currentLanguage(), view.setup.languages[0])}</h1>
      <p class="wall-lead">{say('wall.ended')}</p>
      {view.decision ? <DecisionCard decision={view.decision} /> : null}
    </div>
  );
}
