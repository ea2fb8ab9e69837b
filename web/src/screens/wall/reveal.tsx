import { Bars, measuresOf } from '../../components/picture.tsx';
import { cellName, Differ, roundsOf, unratedWords } from '../../components/strip.tsx';
import { engineFailed } from '../../engine/live_result.ts';
import { cellParts } from '../../state/model/parts.ts';
import { pageShown, reasonPages } from '../../state/model/reason_pages.ts';
import type { FactorResult, Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { Largest, textsOf, useBoth } from './both.tsx';
import { WallReasons } from './reasons.tsx';
import { StripTable, type Row } from './table.tsx';
import { heightOf, sizeFor } from '../../state/wall/fit.ts';

/** Where the question stands over its answers, in rem. */
export const QUESTION_PLACE = { width: 51, height: 6 } as const;

/** With a question no higher than this the answers are named in both languages. */
const BOTH_BELOW = 8;

/** Says so where the answers cannot be drawn. */
export function NoEngine() {
  const { say } = useWords();
  return engineFailed.value ? <p>{say('result.no_engine')}</p> : null;
}

/** The rounds, and the groups as far as they may be shown apart, one person as wide in all of them. */
export function AnswerRows({ view, factor }: { readonly view: View; readonly factor: FactorResult }) {
  const words = useWords();
  const { say } = words;
  const rounds = roundsOf(view, factor);
  const cells = factor.cells ?? [];
  const several = rounds.length > 1 || (rounds[0]?.round ?? 1) > 1;
  const all = (n: number) => say('measure.answered', { n });
  const rows: readonly Row[] = [
    ...rounds.map(({ round, parts }) => {
      const n = parts.yes + parts.partly + parts.no;
      return { id: `round ${round}`, name: several ? say('measure.round', { n: round, count: n }) : say('group.everyone'), parts };
    }),
    ...(cells.length > 1
      ? cells.map((cell) => ({
          id: cell.groups.join(),
          name: `${cellName(cell, words)}: ${all(cell.n)}`,
          parts: cellParts(cell.counts),
        }))
      : []),
  ];
  const [now] = rounds;
  if (!now) return null;
  const { answered, all: of } = now.parts;
  const counted = of > answered ? say('measure.answered_of', { n: answered, all: of }) : say('measure.answered', { n: answered });
  return (
    <>
      <StripTable rows={rows} label={say('result.picture')} />
      <p class="wall-unrated">
        {[counted, ...unratedWords(now.parts, words)].map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
    </>
  );
}

function Measured({ factor }: { readonly factor: FactorResult }) {
  const words = useWords();
  return (
    <ul class="measures">
      {measuresOf(factor, words).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The nine answers beside what they come to. */
function PictureColumns({ view, factor }: { readonly view: View; readonly factor: FactorResult }) {
  const words = useWords();
  const both = useBoth();
  const [now] = roundsOf(view, factor);
  if (!factor.counts || !now) return <p class="wall-hint">{words.say('measure.hidden', { k: view.setup.min_group })}</p>;
  const question = textsOf(both, (each) => each.question(factor.id));
  const high = heightOf(question, sizeFor(question, QUESTION_PLACE), QUESTION_PLACE.width);
  const other = high <= BOTH_BELOW ? both[1] : undefined;
  return (
    <div class="wall-reveal-columns">
      <Bars factor={factor.id} counts={factor.counts} all={now.parts.all} {...(other ? { other } : {})} />
      <div>
        <Measured factor={factor} />
        <AnswerRows view={view} factor={factor} />
        <Differ result={factor} />
      </div>
    </div>
  );
}

interface RevealProps {
  readonly view: View;
  readonly result: Result | undefined;
  readonly id: string;
}

/** One question's answers, filling the room; on the later pages of its reasons, these. */
export function RevealScene({ view, result, id }: RevealProps) {
  const words = useWords();
  const { say } = words;
  const factor = result?.factors.find((each) => each.id === id);
  const n = view.setup.order.indexOf(id) + 1;
  const round = view.questions?.[id]?.round ?? 0;
  const first = pageShown(view, reasonPages(view, id)) <= 1;
  return (
    <div class="wall-reveal">
      <p class="wall-eyebrow">
        {say('factor.number', { n, all: view.setup.order.length })} · {say('wall.results')}
        {round > 1 ? ` · ${say('count.round', { n: round })}` : ''}
      </p>
      <Largest of={(each) => each.question(id)} own place={QUESTION_PLACE} />
      {factor ? null : <NoEngine />}
      {factor && first ? <PictureColumns view={view} factor={factor} /> : null}
      {factor && !first ? <AnswerRows view={view} factor={{ ...factor, cells: null }} /> : null}
      <WallReasons view={view} id={id} />
    </div>
  );
}
