import { flagsOf } from '../../advice/flags.ts';
import { HEARD_FLAGS, notHeardOf } from '../../advice/not_heard.ts';
import { decidedLine, spokenOf, type Spoken } from '../../advice/spoken.ts';
import { isAgreed } from '../../advice/standing.ts';
import type { Line } from '../../advice/status.ts';
import { Ladder } from '../../components/ladder.tsx';
import { SpokenMark } from '../../components/spoken.tsx';
import { linesOf } from '../../state/model/lines.ts';
import { partsOf } from '../../state/model/parts.ts';
import { joinedAt, roundShown } from '../../state/model/rounds.ts';
import type { Result, View } from '../../state/model/types.ts';
import { shownOf } from '../../state/wall/fit.ts';
import type { Words } from '../../words/words.ts';
import { Both, Largest, textsOf, useBoth } from './both.tsx';
import { WallDecision } from './decision.tsx';
import { NoEngine } from './reveal.tsx';
import { StripTable } from './table.tsx';

interface AdviceProps {
  readonly view: View;
  readonly result: Result | undefined;
}

/** In rem: beside the answers, and over the whole width where the words are many. */
const BESIDE = { width: 25, height: 9 } as const;
const ALONE = { width: 46, height: 7 } as const;

/** As many of a list as there is room for, in one language and in two. */
const MOST_LISTED = 6;
const MOST_LISTED_BOTH = 3;

/** With more questions than this their answers take all the height beside the words. */
const MOST_OVER_LADDER = 12;

/** The width of a question's name beside its strip, in em, and how many lines it has at most. */
const NAME_EM = 9;
const NAME_LINES = 2;

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <>
      {lines.map(({ text, list }) => (
        <div key={text}>
          <p class="wall-below">{text}</p>
          {list ? <List list={list} /> : null}
        </div>
      ))}
    </>
  );
}

function List({ list }: { readonly list: readonly string[] }) {
  const [words, other] = useBoth();
  const { shown, more } = shownOf(list, other ? MOST_LISTED_BOTH : MOST_LISTED);
  return (
    <ul class="wall-listed">
      {shown.map((each) => (
        <li key={each}>{each}</li>
      ))}
      {more > 0 ? <li>{words.say('wall.more', { n: more })}</li> : null}
    </ul>
  );
}

/** The names of what to look out for; whose view is missing has been said before them. */
function Flags({ result, kind }: { readonly result: Result; readonly kind: Spoken['kind'] }) {
  const [words] = useBoth();
  const said = (id: string) => HEARD_FLAGS.includes(id) || (kind === 'groups' && id === 'groups_differ');
  const flags = flagsOf(result, words).filter(({ id }) => !said(id));
  if (flags.length === 0) return null;
  return (
    <ul class="wall-flags" aria-label={words.say('result.flags')}>
      {flags.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}

/** What is said first, in both languages, and what stands below it. */
function Words({ view, result, wide }: { readonly view: View; readonly result: Result; readonly wide: boolean }) {
  const both = useBoth();
  const [words, other] = both;
  const spoken = spokenOf(result, view, words);
  const notHeard = textsOf(both, (each) => notHeardOf(result, each) ?? '');
  const below = (each: Words) => spokenOf(result, view, each).below;
  return (
    <div class={`wall-words spoken-${spoken.kind}`}>
      <div class="wall-spoken">
        <SpokenMark kind={spoken.kind} />
        <Largest of={(each) => spokenOf(result, view, each).largest.text} place={wide ? ALONE : BESIDE} />
      </div>
      {spoken.largest.list ? <List list={spoken.largest.list} /> : null}
      <Lines lines={below(words)} />
      {other && spoken.kind !== 'groups' ? (
        <div class="in-other" lang={other.lang}>
          {below(other).map(({ text }) => (
            <p key={text} class="wall-below">{text}</p>
          ))}
        </div>
      ) : null}
      {spoken.warning === undefined ? null : <p class="spoken-warning">{spoken.warning}</p>}
      {notHeard[0] === '' ? null : <Both class="not-heard" of={(each) => notHeardOf(result, each) ?? ''} />}
      <Flags result={result} kind={spoken.kind} />
    </div>
  );
}

/** A question's short name where it has room, else its number, which the reveal has shown. */
function rowName(id: string, place: number, all: number, { say, short }: Words): string {
  const name = short(id);
  const lines = all > MOST_OVER_LADDER ? 1 : NAME_LINES;
  return linesOf(name, NAME_EM) <= lines ? name : say('wall.question', { n: place + 1 });
}

function Answers({ view, result }: { readonly view: View; readonly result: Result }) {
  const [words] = useBoth();
  const rows = result.factors.map((factor, place) => ({
    id: factor.id,
    name: rowName(factor.id, place, result.factors.length, words),
    parts: partsOf(factor, joinedAt(view, factor.id, roundShown(view, factor.id))),
  }));
  return <StripTable rows={rows} label={words.say('result.picture')} />;
}

/** The advice, or how far it has come, and beside it every question's answers or what was decided. */
export function AdviceScene({ view, result }: AdviceProps) {
  const [words] = useBoth();
  const { say } = words;
  const { decision } = view;
  if (!result) {
    return (
      <div class="wall-words">
        <Largest of={(each) => (decision ? decidedLine(decision, each) : each.say('wall.results'))} place={ALONE} />
        <NoEngine />
        {decision ? <WallDecision decision={decision} /> : null}
      </div>
    );
  }
  const told = spokenOf(result, view, words);
  const wide = told.kind === 'groups';
  return (
    <div class={`wall-advice${wide ? ' is-wide' : ''}`}>
      <div>
        {view.phase === 'ended' ? <p class="wall-eyebrow">{say('wall.ended')}</p> : null}
        <Words view={view} result={result} wide={wide} />
      </div>
      {wide ? null : (
        <div>
          {decision ? <WallDecision decision={decision} /> : <Answers view={view} result={result} />}
          {!decision && result.factors.length <= MOST_OVER_LADDER ? <Ladder result={result} /> : null}
          {decision && isAgreed(result) ? <Ladder result={result} /> : null}
        </div>
      )}
    </div>
  );
}
