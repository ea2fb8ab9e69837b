import { adviceHeading, AdviceLead, AdviceStatus } from '../../components/advice.tsx';
import { DecisionCard } from '../../components/decision.tsx';
import { Ladder } from '../../components/ladder.tsx';
import { Bars, Measures, Strip } from '../../components/picture.tsx';
import { Reasons } from '../../components/reasons.tsx';
import { engineFailed } from '../../engine/live_result.ts';
import { earlierCounts } from '../../state/model/earlier.ts';
import { zonesOf } from '../../state/model/picture.ts';
import { BANDS } from '../../state/model/scale.ts';
import type { FactorResult, View } from '../../state/model/types.ts';
import { reasonsForWall } from '../../state/wall/scene.ts';
import { useWords } from '../../words/context.tsx';
import type { SceneProps } from './scenes.tsx';

/** What can be read from the back row. */
const REASONS_MOST = 3;
const APART_MOST = 1;

/** The three zones of one line of answers; their words are in the key. */
function ZoneStrip({ factor, counts }: { readonly factor: string; readonly counts: readonly number[] }) {
  const words = useWords();
  return (
    <span class="strip">
      {zonesOf(counts).map(({ zone, count }) =>
        count > 0 ? (
          <span key={zone} class={`strip-part zone-${zone}`} style={{ '--count': count }}>
            <span class="hidden-visually">{words.band(factor, zone)} </span>
            {count}
          </span>
        ) : null,
      )}
    </span>
  );
}

function Key() {
  const { say } = useWords();
  return (
    <p class="wall-key">
      {BANDS.map(({ zone }) => (
        <span key={zone} class={`zone-${zone}`}>
          <i class="wall-key-mark" /> {say(`answer.row.${zone}`, { yes: say('factor.own.yes'), no: say('factor.own.no') })}
        </span>
      ))}
    </p>
  );
}

/** Who sees it differently, and the groups side by side: only as far as they may be shown apart. */
function GroupStrips({ result }: { readonly result: FactorResult }) {
  const { group, list, say } = useWords();
  const cells = result.cells ?? [];
  if (cells.length < 2) return null;
  const nameOf = (place: number) => list((cells[place]?.groups ?? []).map(group));
  const apart = (result.deltas ?? []).filter(({ divergence }) => divergence);
  return (
    <section class="wall-groups">
      {apart.slice(0, APART_MOST).map(({ a, b }) => (
        <p key={`${a} ${b}`}>{say('measure.differ', { group_a: nameOf(a), group_b: nameOf(b) })}</p>
      ))}
      <ul class="wall-strips">
        {cells.map(({ counts }, place) => (
          <li key={place}>
            <span class="wall-strip-name">{nameOf(place)}</span>
            <ZoneStrip factor={result.id} counts={counts} />
          </li>
        ))}
      </ul>
      <Key />
    </section>
  );
}

function Earlier({ view, id, round }: { readonly view: View; readonly id: string; readonly round: number }) {
  const { say } = useWords();
  const counts = earlierCounts(view, id);
  if (!counts) return null;
  return (
    <section class="picture-groups">
      <h2>{say('result.earlier', { n: round - 1 })}</h2>
      <Strip factor={id} counts={counts} />
    </section>
  );
}

/** Says so where the answers cannot be drawn. */
function NoEngine() {
  const { say } = useWords();
  return engineFailed.value ? <p>{say('result.no_engine')}</p> : null;
}

/** One question's answers, filling the room. */
export function RevealScene({ view, result, id }: SceneProps & { readonly id: string }) {
  const words = useWords();
  const { say } = words;
  const factor = result?.factors.find((each) => each.id === id);
  const n = view.setup.order.indexOf(id) + 1;
  const round = view.questions?.[id]?.round ?? 0;
  return (
    <div class="wall-reveal">
      <p class="wall-eyebrow">
        {say('factor.number', { n, all: view.setup.order.length })} · {say('wall.results')}
        {round > 1 ? ` · ${say('count.round', { n: round })}` : ''}
      </p>
      <h1 lang={words.lang}>{words.question(id)}</h1>
      {factor ? null : <NoEngine />}
      <div class="wall-reveal-columns">
        {factor?.counts ? <Bars factor={id} counts={factor.counts} /> : null}
        {factor && !factor.counts ? <p>{say('measure.hidden', { k: view.setup.min_group })}</p> : null}
        {factor ? (
          <div>
            <Measures result={factor} />
            <GroupStrips result={factor} />
            <Earlier view={view} id={id} round={round} />
          </div>
        ) : null}
      </div>
      <Reasons texts={reasonsForWall(view, id, REASONS_MOST)} level={2} />
    </div>
  );
}

/** The advice, and beside it every question's answers in one strip. */
export function AdviceScene({ view, result }: SceneProps) {
  const words = useWords();
  const { say } = words;
  if (!result) {
    return (
      <>
        <h1>{say('wall.results')}</h1>
        <NoEngine />
      </>
    );
  }
  return (
    <div class="wall-advice">
      <h1>{adviceHeading(result, words)}</h1>
      <AdviceLead result={result} />
      <div class="wall-advice-columns">
        <div>
          <Ladder result={result} />
          {view.decision ? <DecisionCard decision={view.decision} /> : <AdviceStatus result={result} />}
        </div>
        <div>
          <ul class="wall-strips">
            {result.factors.map((factor) => (
              <li key={factor.id}>
                <span class="wall-strip-name">{words.short(factor.id)}</span>
                {factor.counts ? <ZoneStrip factor={factor.id} counts={factor.counts} /> : null}
              </li>
            ))}
          </ul>
          <Key />
          {view.phase === 'ended' ? <p class="wall-hint">{say('wall.ended')}</p> : null}
        </div>
      </div>
    </div>
  );
}
