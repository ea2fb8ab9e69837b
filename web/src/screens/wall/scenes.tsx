import { adviceHeading, AdviceLead, AdviceStatus } from '../../components/advice.tsx';
import { Ladder } from '../../components/ladder.tsx';
import { Bars, Measures } from '../../components/picture.tsx';
import { MOST_SEATS, Seats } from '../../components/seats.tsx';
import type { Result, View } from '../../state/model.ts';
import { zonesOf } from '../../state/picture.ts';
import { BANDS, OTHERS } from '../../state/scale.ts';
import { textIn } from '../../state/text.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage } from '../../words/say.ts';

interface SceneProps {
  readonly view: View;
  readonly result: Result | undefined;
}

export function LobbyScene({ view }: SceneProps) {
  const { say } = useWords();
  const language = currentLanguage();
  const first = view.setup.languages[0];
  return (
    <div class="wall-lobby">
      <h1>{textIn(view.setup.title, language, first)}</h1>
      <p class="wall-lead">{textIn(view.setup.question, language, first)}</p>
      <p class="wall-quote">{say('intro.coproduction')}</p>
      <p class="wall-quote">{say('intro.yes_no')}</p>
      <p class="wall-count">
        <Seats filled={view.joined} all={Math.min(view.joined, MOST_SEATS)} />
        {say('count.joined', { n: view.joined })}
      </p>
    </div>
  );
}

function Answered({ view, id }: { readonly view: View; readonly id: string }) {
  const { say } = useWords();
  const answered = view.questions?.[id]?.answered ?? 0;
  return (
    <p class="wall-count">
      {view.joined <= MOST_SEATS ? <Seats filled={answered} all={view.joined} /> : null}
      {say('count.answered_of', { answered, joined: view.joined })}
    </p>
  );
}

/** The question with what can be answered; only how many have. */
export function QuestionScene({ view, id, closed }: SceneProps & { readonly id: string; readonly closed: boolean }) {
  const words = useWords();
  const { say } = words;
  const n = view.setup.order.indexOf(id) + 1;
  return (
    <div class="wall-question">
      <p class="wall-eyebrow">
        {say('factor.number', { n, all: view.setup.order.length })} · {say(closed ? 'wall.closed' : 'wall.voting')}
      </p>
      <h1>{words.question(id)}</h1>
      <p class="wall-hint">{words.hint(id)}</p>
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
      <Answered view={view} id={id} />
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
      <ol>
        {view.setup.order.map((id, index) => {
          const question = view.questions?.[id];
          return (
            <li key={id} class={question?.state === 'open' ? 'is-open' : ''}>
              <span class="wall-list-number">{index + 1}</span>
              <span>{words.question(id)}</span>
              <span class="number">
                {question && question.state !== 'waiting' ? say('ui.of', { n: question.answered, all: view.joined }) : ''}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** One question's answers, filling the room. */
export function RevealScene({ view, result, id }: SceneProps & { readonly id: string }) {
  const words = useWords();
  const { say } = words;
  const factor = result?.factors.find((each) => each.id === id);
  const n = view.setup.order.indexOf(id) + 1;
  return (
    <div class="wall-reveal">
      <p class="wall-eyebrow">
        {say('factor.number', { n, all: view.setup.order.length })} · {say('wall.results')}
      </p>
      <h1>{words.question(id)}</h1>
      <div class="wall-reveal-columns">
        {factor?.counts ? <Bars factor={id} counts={factor.counts} /> : null}
        {factor && !factor.counts ? <p>{say('measure.hidden', { k: view.setup.min_group })}</p> : null}
        {factor ? <Measures result={factor} /> : null}
      </div>
    </div>
  );
}

/** The advice, and beside it every question's answers in one strip. */
export function AdviceScene({ view, result }: SceneProps) {
  const words = useWords();
  const { say } = words;
  if (!result) return <h1>{say('wall.results')}</h1>;
  return (
    <div class="wall-advice">
      <h1>{adviceHeading(result, words)}</h1>
      <AdviceLead result={result} />
      <div class="wall-advice-columns">
        <div>
          <Ladder result={result} />
          <AdviceStatus result={result} />
        </div>
        <div>
          <ul class="wall-strips">
            {result.factors.map((factor) => (
              <li key={factor.id}>
                <span class="wall-strip-name">{words.short(factor.id)}</span>
                {factor.counts ? (
                  <span class="strip">
                    {zonesOf(factor.counts).map(({ zone, count }) =>
                      count > 0 ? (
                        <span key={zone} class={`strip-part zone-${zone}`} style={{ '--count': count }}>
                          <span class="hidden-visually">{words.band(factor.id, zone)} </span>
                          {count}
                        </span>
                      ) : null,
                    )}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
          <p class="wall-key">
            {BANDS.map(({ zone }) => (
              <span key={zone} class={`zone-${zone}`}>
                <i class="wall-key-mark" /> {say(`answer.row.${zone}`, { yes: say('factor.own.yes'), no: say('factor.own.no') })}
              </span>
            ))}
          </p>
          {view.phase === 'ended' ? <p class="wall-hint">{say('wall.ended')}</p> : null}
        </div>
      </div>
    </div>
  );
}
