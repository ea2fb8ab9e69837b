import { flagsOf } from '../../advice/flags.ts';
import { HEARD_FLAGS, notHeardOf } from '../../advice/not_heard.ts';
import { decidedLine, spokenOf, type Spoken } from '../../advice/spoken.ts';
import { Ladder } from '../../components/ladder.tsx';
import { SpokenMark } from '../../components/spoken.tsx';
import { linesOf } from '../../state/model/lines.ts';
import { partsOf } from '../../state/model/parts.ts';
import { joinedAt, roundShown } from '../../state/model/rounds.ts';
import type { Result, View } from '../../state/model/types.ts';
import { fitting, heightOf, linesIn, paragraph, sizeFor, type Place } from '../../state/wall/fit.ts';
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
const BESIDE = { width: 21.5, height: 9, most: 9 } as const;
const ALONE = { width: 46, height: 7, most: 8 } as const;
/** All that there is for the words, and for the eyebrow of a workshop that has ended. */
const HEIGHT = 33;
const EYEBROW = 2;

/** How large what stands below the largest words is, and how many lines a paragraph of it has at the most. */
const BELOW = 1.4;
const STRONG = 1.2;
const MOST_LINES = 3;
/** What is around words beside their lines, in rem: of what is framed, of a flag, under the largest. */
const BOX = 1.7;
const FLAG = 0.9;
const MARGIN = 1.2;
/** The mark of the status, beside the largest words alone. */
const MARK = 3.4;

/** More groups than this are told over the whole width. */
const MOST_GROUPS_BESIDE = 5;

/** With more questions than this their answers take all the height beside the words. */
const MOST_OVER_LADDER = 12;

/** The width of a question's name beside its strip, in em, and how many lines all of them have over a ladder. */
const NAME_EM = 8.4;
const NAME_LINES = 2;
const LINES_OVER_LADDER = 15;

/** The first of a list that have room, and how many there are besides. */
function Listed({ shown = [], more = 0 }: { readonly shown?: readonly string[]; readonly more?: number }) {
  const [words] = useBoth();
  if (shown.length + more === 0) return null;
  return (
    <ul class="wall-listed">
      {shown.map((each) => (
        <li key={each} class="is-cut" dir="auto">{each}</li>
      ))}
      {more > 0 ? <li>{words.say('wall.more', { n: more })}</li> : null}
    </ul>
  );
}

const listItem = (width: number) => (text: string) => paragraph(text, STRONG, width - 1.2, NAME_LINES);

/** The names of what to look out for; whose view is missing has been said before them. */
function flagNames(result: Result, kind: Spoken['kind'], words: Words): readonly string[] {
  const said = (id: string) => HEARD_FLAGS.includes(id) || (kind === 'groups' && id === 'groups_differ');
  return flagsOf(result, words).filter(({ id }) => !said(id)).map(({ title }) => title);
}

interface WordsProps {
  readonly view: View;
  readonly result: Result;
  readonly place: Place;
}

/** What is said first, in both languages, and what stands below it, as far as there is room. */
function Told({ view, result, place }: WordsProps) {
  const both = useBoth();
  const [words, other] = both;
  const spoken = spokenOf(result, view, words);
  const { kind, warning } = spoken;
  const groups = kind === 'groups';
  const notHeard = textsOf(both, (each) => notHeardOf(result, each) ?? '').filter((text) => text !== '');
  const otherBelow = other && !groups ? spokenOf(result, view, other).below : [];
  const largest = textsOf(both, (each) => spokenOf(result, view, each).largest.text);
  const width = place.width + MARK;
  const size = groups ? STRONG : BELOW;

  const framed = [...notHeard, ...(warning === undefined ? [] : [warning])];
  const flags = flagNames(result, kind, words);
  const flagHeight = (text: string) => paragraph(text, 1, width - 1) + FLAG;
  // Whose view is missing and the flags have their room before anything that may be cut.
  let left = HEIGHT - (view.phase === 'ended' ? EYEBROW : 0) - heightOf(largest, sizeFor(largest, place), place.width) - MARGIN;
  for (const text of framed) left -= paragraph(text, STRONG, width - 1) + BOX;
  if (flags.length > 0) left -= flagHeight('');
  const below = spoken.below.map(({ text }) => {
    const lines = Math.max(1, Math.min(MOST_LINES, linesIn(left, size)));
    left -= paragraph(text, size, width, lines);
    return { text, lines };
  });
  const lists = [spoken.largest, ...spoken.below].map(({ list = [] }) => {
    const fits = fitting(list, left, listItem(width));
    left -= list.length > 0 ? fits.used : 0;
    return fits;
  });
  const high = otherBelow.reduce((sum, { text }) => sum + paragraph(text, 1, width, MOST_LINES), 0);
  const inBoth = high <= left;
  if (inBoth) left -= high;
  const { shown, more } = fitting(flags, left + flagHeight(''), flagHeight);
  return (
    <div class={`wall-words spoken-${kind}`}>
      <div class="wall-spoken">
        <SpokenMark kind={kind} />
        <Largest of={(each) => spokenOf(result, view, each).largest.text} place={place} />
      </div>
      <Listed {...lists[0]} />
      {below.map(({ text, lines }, index) => (
        <div key={text}>
          <p class="wall-below is-cut" style={{ '--size': size, '--lines': lines }} dir="auto">{text}</p>
          <Listed {...lists[index + 1]} />
        </div>
      ))}
      {(inBoth ? otherBelow : []).map(({ text }) => (
        <p key={text} class="wall-below in-other is-cut" lang={other?.lang} style={{ '--size': 1, '--lines': MOST_LINES }}>{text}</p>
      ))}
      {warning === undefined ? null : <p class="spoken-warning">{warning}</p>}
      {notHeard.length > 0 ? <Both class="not-heard" of={(each) => notHeardOf(result, each) ?? ''} /> : null}
      {flags.length > 0 ? (
        <ul class="wall-flags" aria-label={words.say('result.flags')}>
          {shown.map((title) => (
            <li key={title}>{title}</li>
          ))}
          {more > 0 ? <li>{words.say('wall.more', { n: more })}</li> : null}
        </ul>
      ) : null}
    </div>
  );
}

/** A question's short name where it has room, else its number, which the reveal has shown. */
function rowName(id: string, place: number, all: number, { say, short }: Words): string {
  const name = short(id);
  const lines = all > MOST_OVER_LADDER ? 1 : NAME_LINES;
  return linesOf(name, NAME_EM) <= lines ? name : say('wall.question', { n: place + 1 });
}

/** Every question's answers, and the ladder where they leave room for it. */
function Answers({ view, result }: { readonly view: View; readonly result: Result }) {
  const [words] = useBoth();
  const all = result.factors.length;
  const rows = result.factors.map((factor, place) => ({
    id: factor.id,
    name: rowName(factor.id, place, all, words),
    parts: partsOf(factor, joinedAt(view, factor.id, roundShown(view, factor.id))),
  }));
  const lines = rows.reduce((sum, { name }) => sum + linesOf(name, NAME_EM), 0);
  return (
    <>
      <StripTable rows={rows} label={words.say('result.picture')} />
      {lines <= LINES_OVER_LADDER ? <Ladder result={result} /> : null}
    </>
  );
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
  const wide = told.kind === 'groups' && told.below.length > MOST_GROUPS_BESIDE;
  return (
    <div class={`wall-advice${wide ? ' is-wide' : ''}`}>
      <div>
        {view.phase === 'ended' ? <p class="wall-eyebrow">{say('wall.ended')}</p> : null}
        <Told view={view} result={result} place={wide ? ALONE : BESIDE} />
      </div>
      {wide ? null : <div>{decision ? <WallDecision decision={decision} /> : <Answers view={view} result={result} />}</div>}
    </div>
  );
}
