import { MOST_SEATS, Seats } from '../../components/seats.tsx';
import { roundsOf } from '../../components/strip.tsx';
import { reasonPages } from '../../state/model/reason_pages.ts';
import { askedOf } from '../../state/model/rounds.ts';
import { BANDS, OTHERS } from '../../state/model/scale.ts';
import type { Answer, QuestionState, Result, View } from '../../state/model/types.ts';
import { factsForWall } from '../../state/wall/facts.ts';
import { heightOf, sizeFor } from '../../state/wall/fit.ts';
import { useWords } from '../../words/context.tsx';
import { Both, Largest, textsOf, useBoth } from './both.tsx';
import { WallReasons } from './reasons.tsx';
import { AnswerRows, QUESTION_PLACE, QUESTION_SHORT } from './reveal.tsx';
import { Proxies } from './scenes.tsx';

const STATES = {
  waiting: 'wall.soon',
  open: 'wall.voting',
  closed: 'wall.closed',
} as const satisfies { readonly [state in Exclude<QuestionState, 'revealed'>]: string };

/** What a question and its facts have, in rem, beside everything else that is on the wall with them; the answers to
 *  choose from are larger where there are none. */
const WITH_FACTS = 13;
const WITHOUT_FACTS = 7.8;
/** A line of facts, and what is around them. */
const FACT_LINE = 1.25;
const FACTS_BOX = 1.6;

/** What is known, as far as it has room; the phones have all of it. */
function WallFacts({ id, lines }: { readonly id: string; readonly lines: number }) {
  const { facts, lang, say } = useWords();
  const all = facts(id);
  const { shown, more } = factsForWall(all, lines);
  if (all.length === 0) return null;
  return (
    <ul class="question-facts">
      {shown.map(({ text, source }) => (
        <li key={text} dir="auto">
          <strong>{say('factor.fact')}:</strong> <span lang={lang}>{text}</span>
          {source === undefined ? null : <span class="fact-source">{say('factor.fact.source', { source })}</span>}
        </li>
      ))}
      {more > 0 ? <li>{say('wall.facts.more', { n: more })}</li> : null}
    </ul>
  );
}

/** `short`: in one line. */
function Answered({ view, id, short }: { readonly view: View; readonly id: string; readonly short: boolean }) {
  const answered = view.questions?.[id]?.answered ?? 0;
  const joined = askedOf(view, id);
  return (
    <>
      <div class="wall-count">
        {joined <= MOST_SEATS && !short ? <Seats filled={answered} all={joined} /> : null}
        <Both of={({ say }) => say('count.answered_of', { answered, joined })} />
      </div>
      {short ? null : <Proxies view={view} />}
    </>
  );
}

/** The answers to choose from; in both languages where no facts need the room. */
function Options({ id }: { readonly id: string }) {
  const [words, other] = useBoth();
  const also = words.facts(id).length > 0 ? undefined : other;
  const option = (rating: Answer, zone: string) => (
    <span key={rating} role="listitem" class={`wall-option zone-${zone}`}>
      {words.answer(id, rating)} {typeof rating === 'number' ? <b>{rating}</b> : null}
      {also ? <span class="in-other" lang={also.lang}>{also.answer(id, rating)}</span> : null}
    </span>
  );
  return (
    <div class={`wall-options${also ? ' is-both' : ''}`} role="list" aria-label={words.say('wall.options')}>
      {BANDS.flatMap(({ zone, ratings }) => ratings.map((rating) => option(rating, zone)))}
      {OTHERS.map((rating) => option(rating, 'other'))}
    </div>
  );
}

interface QuestionProps {
  readonly view: View;
  readonly result: Result | undefined;
  readonly id: string;
  readonly state: keyof typeof STATES;
}

/** The question with what can be answered; only how many have. Asked again, it keeps what was said before in
 *  sight: the phones have the answers to choose from. */
export function QuestionScene({ view, result, id, state }: QuestionProps) {
  const both = useBoth();
  const [words] = both;
  const { say } = words;
  const n = view.setup.order.indexOf(id) + 1;
  const round = view.questions?.[id]?.round ?? 0;
  const factor = result?.factors.find((each) => each.id === id);
  const pictured = factor !== undefined && roundsOf(view, factor).length > 0;
  const again = pictured || reasonPages(view, id).length > 0;
  const hint = words.hint(id);
  const question = textsOf(both, (each) => each.question(id));
  const high = heightOf(question, sizeFor(question, QUESTION_PLACE), QUESTION_PLACE.width);
  const factLines = Math.floor((WITH_FACTS - high - FACTS_BOX) / FACT_LINE);
  const low = words.facts(id).length > 0 ? factLines > 0 : high <= WITHOUT_FACTS;
  return (
    <div class={`wall-question${low ? '' : ' is-tight'}`}>
      <p class="wall-eyebrow">
        {say('factor.number', { n, all: view.setup.order.length })} · {textsOf(both, (each) => each.say(STATES[state])).join(' · ')}
        {round > 1 ? ` · ${say('count.round', { n: round })}` : null}
      </p>
      <Largest own place={again ? QUESTION_SHORT : QUESTION_PLACE} of={(each) => each.question(id)} />
      {again ? (
        <>
          {factor ? <AnswerRows view={view} factor={{ ...factor, cells: null }} /> : null}
          <WallReasons view={view} id={id} />
        </>
      ) : (
        <>
          {hint === '' ? null : <p class="wall-hint is-cut" style={{ '--lines': low ? 2 : 1 }} lang={words.lang} dir="auto">{hint}</p>}
          <WallFacts id={id} lines={low ? factLines : 0} />
          <Options id={id} />
        </>
      )}
      {state === 'waiting' ? null : <Answered view={view} id={id} short={again || !low} />}
    </div>
  );
}
