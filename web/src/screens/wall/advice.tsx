import { flagsOf } from '../../advice/flags.ts';
import { HEARD_FLAGS, notHeardOf } from '../../advice/not_heard.ts';
import { decidedLine, spokenOf, type Spoken } from '../../advice/spoken.ts';
import { Ladder } from '../../components/ladder.tsx';
import { SpokenMark } from '../../components/spoken.tsx';
import { linesOf } from '../../state/model/lines.ts';
import { partsOf } from '../../state/model/parts.ts';
import { joinedAt, roundShown } from '../../state/model/rounds.ts';
import type { Result, View } from '../../state/model/types.ts';
import { BOLD, fitting, FOR_TWO, heightOf, linesIn, paragraph, sizeFor, SMALLEST, type Place } from '../../state/wall/fit.ts';
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
const BESIDE = { width: 21.5, height: 11, most: 9 } as const;
/** The largest words have at least this, whatever stands below them. */
const LEAST = 4.5;
const ALONE = { width: 46, height: 4.5, most: 6 } as const;
/** All that there is for the words, and for the eyebrow of a workshop that has ended. */
const HEIGHT = 34.6;
const EYEBROW = 2;

/** How large what stands below the largest words is, and how many lines a paragraph of it has at the most. */
const BELOW = 1.4;
const STRONG = 1.2;
const MOST_LINES = 5;
/** What is around words beside their lines, in rem: of what is framed, of a flag, under the largest. */
const BOX = 1.6;
const FLAG = 0.9;
const MARGIN = 1.2;
/** What a list has before the largest words grow. */
const ROOM_FOR_LIST = 4;
/** The mark of the status, beside the largest words alone. */
const MARK = 3.4;

/** More groups than this are told over the whole width. */
const MOST_GROUPS_BESIDE = 5;
const MOST_GROUPS_LARGE = 8; // beyond it in two columns
const MOST_IN_COLUMN = 2;

/** With more questions than this their answers take all the height beside the words. */
const MOST_OVER_LADDER = 12;

/** The width of a question's name beside its strip, in em, and how many lines one has at the most, and
 *  all of them, alone and over a ladder. */
const NAME_EM = 8.4;
const LISTED_LINES = 2;
const NAME_LINES: readonly number[] = [3, 2];
const LINES_OF_ALL = 26;
const LINES_OVER_LADDER = 18;

/** The first of a list that have room, and how many there are besides. */
function Listed({ shown = [], more = 0 }: { readonly shown?: readonly string[]; readonly more?: number }) {
  const [words] = useBoth();
  if (shown.length + more === 0) return null;
  return (
    <ul class="wall-listed">
      {shown.map((each) => (
        <li key={each}>
          <span class="is-cut" dir="auto">{each}</span>
        </li>
      ))}
      {more > 0 ? <li>{words.say('wall.more', { n: more })}</li> : null}
    </ul>
  );
}

const listItem = (width: number) => (text: string) => paragraph(text, STRONG, width - 1.2, LISTED_LINES);

/** How high a bold sentence in a frame is; nothing where there is none. */
const framed = (text: string | undefined, size: number, width: number): number =>
  text === undefined ? 0 : paragraph(text, size, (width - BOX) / BOLD) + BOX;

/** The names of what to look out for, each in these languages; whose view is missing has been said before them. */
function flagNames(result: Result, kind: Spoken['kind'], languages: readonly Words[]): readonly string[] {
  const said = (id: string) => HEARD_FLAGS.includes(id) || (kind === 'groups' && id === 'groups_differ');
  const [names = [], ...others] = languages.map((words) => flagsOf(result, words).filter(({ id }) => !said(id)).map(({ title }) => title));
  return names.map((name, place) => [name, ...others.map((other) => other[place])].join(' · '));
}

interface WordsProps {
  readonly view: View;
  readonly result: Result;
  readonly place: Place;
}

/** What is said first, in both languages, and what stands below it, as far as there is room. */
function Told({ view, result, place: given }: WordsProps) {
  const both = useBoth();
  const [words, other] = both;
  const spoken = spokenOf(result, view, words);
  const { kind } = spoken;
  const groups = kind === 'groups';
  const notHeard = textsOf(both, (each) => notHeardOf(result, each) ?? '').filter((text) => text !== '');
  const warnings = textsOf(both, (each) => spokenOf(result, view, each).warning ?? '').filter((text) => text !== '');
  const otherBelow = other ? spokenOf(result, view, other).below : [];
  const largest = textsOf(both, (each) => spokenOf(result, view, each).largest.text);
  const width = given.width + MARK;
  const columns = groups && spoken.below.length > MOST_GROUPS_LARGE ? 2 : 1;
  const size = columns > 1 ? 1 : groups ? STRONG : BELOW;

  const [heard, heardOther] = notHeard;
  const [warning, warningOther] = warnings;
  // A warning in two languages takes the room of large letters.
  const tight = warningOther !== undefined;
  const strong = tight ? 1 : STRONG;
  const named = flagNames(result, kind, [words]);
  const flagHeight = (text: string) => paragraph(text, 1, width - 1) + FLAG;
  const counted = (key: 'wall.more' | 'wall.flags.more', n: number) => textsOf(both, ({ say }) => say(key, { n })).join(' · ');
  const leastFlags = flagHeight(counted('wall.flags.more', named.length));
  // Whose view is missing and the flags have their room before anything that may be cut.
  let left = HEIGHT - (view.phase === 'ended' ? EYEBROW : 0) - MARGIN;
  left -= framed(heard, strong, width) + framed(heardOther, 1, width) + framed(warning, strong, width) + framed(warningOther, 1, width);
  if (named.length > 0) left -= leastFlags;
  const otherHigh = otherBelow.reduce((sum, { text }) => sum + paragraph(text, 1, width, MOST_LINES), 0);
  const lines = spoken.below.reduce((sum, { text }) => sum + paragraph(text, size, width / columns, MOST_LINES) / columns, 0);
  const listed = [spoken.largest, ...spoken.below].some(({ list }) => list !== undefined);
  // Groups can be many: the largest words make room for them in both languages only where that is enough.
  const made = groups && left - lines - otherHigh < LEAST * FOR_TWO ? 0 : otherHigh;
  const needed = lines + made + (listed ? ROOM_FOR_LIST : 0);
  const place = { ...given, height: Math.min(given.height, Math.max(LEAST, left - needed)) };
  const high = heightOf(largest, sizeFor(largest, place), place.width);
  left -= sizeFor(largest, place) > SMALLEST ? high : Math.min(place.most, high);
  const below = spoken.below.map(({ text }) => {
    const lines = columns > 1 ? MOST_IN_COLUMN : Math.max(1, Math.min(MOST_LINES, linesIn(left, size)));
    left -= paragraph(text, size, width / columns, lines) / columns;
    return { text, lines };
  });
  const lists = [spoken.largest, ...spoken.below].map(({ list = [] }) => {
    const fits = fitting(list, left, listItem(width));
    left -= list.length > 0 ? fits.used : 0;
    return fits;
  });
  const inBoth = otherHigh <= left;
  if (inBoth) left -= otherHigh;
  // In both languages where all of them have room so.
  const inTwo = other ? flagNames(result, kind, [words, other]) : named;
  const room = left + leastFlags;
  const flags = inTwo.reduce((sum, text) => sum + flagHeight(text), 0) <= room ? inTwo : named;
  const { shown, more } = fitting(flags, room, flagHeight);
  return (
    <div class={`wall-words spoken-${kind}${tight ? ' is-tight' : ''}`}>
      <div class="wall-spoken">
        <SpokenMark kind={kind} />
        <Largest of={(each) => spokenOf(result, view, each).largest.text} place={place} />
      </div>
      <Listed {...lists[0]} />
      <div class={columns > 1 ? 'wall-columns' : undefined}>
        {below.map(({ text, lines }, index) => (
          <div key={text}>
            <p class="wall-below is-cut" style={{ '--size': size, '--lines': lines }} dir="auto">{text}</p>
            <Listed {...lists[index + 1]} />
          </div>
        ))}
      </div>
      {(inBoth ? otherBelow : []).map(({ text }) => (
        <p key={text} class="wall-below in-other is-cut" lang={other?.lang} style={{ '--size': 1, '--lines': MOST_LINES }}>{text}</p>
      ))}
      {warning === undefined ? null : <Both class="spoken-warning" of={(each) => spokenOf(result, view, each).warning ?? ''} />}
      {notHeard.length > 0 ? <Both class="not-heard" of={(each) => notHeardOf(result, each) ?? ''} /> : null}
      {named.length > 0 ? (
        <ul class="wall-flags" aria-label={words.say('result.flags')}>
          {shown.map((title) => (
            <li key={title}>{title}</li>
          ))}
          {more > 0 ? <li>{counted(shown.length > 0 ? 'wall.more' : 'wall.flags.more', more)}</li> : null}
        </ul>
      ) : null}
    </div>
  );
}

const linesOfNames = (names: readonly string[]) => names.reduce((sum, name) => sum + linesOf(name, NAME_EM), 0);

/** The questions' short names where they have room, else their numbers, which the reveal has shown. */
function rowNames(ids: readonly string[], { say, short }: Words): readonly string[] {
  const within = (lines: number) =>
    ids.map((id, place) => (linesOf(short(id), NAME_EM) <= lines ? short(id) : say('wall.question', { n: place + 1 })));
  const roomy = ids.length > MOST_OVER_LADDER ? [] : NAME_LINES.map(within);
  return roomy.find((names) => linesOfNames(names) <= LINES_OF_ALL) ?? within(1);
}

/** Every question's answers, and the ladder where they leave room for it. */
function Answers({ view, result }: { readonly view: View; readonly result: Result }) {
  const [words] = useBoth();
  const names = rowNames(result.factors.map(({ id }) => id), words);
  const rows = result.factors.map((factor, place) => ({
    id: factor.id,
    name: names[place] ?? '',
    parts: partsOf(factor, joinedAt(view, factor.id, roundShown(view, factor.id))),
  }));
  return (
    <>
      <StripTable rows={rows} label={words.say('result.picture')} />
      {linesOfNames(names) <= LINES_OVER_LADDER ? <Ladder result={result} /> : null}
    </>
  );
}

/** The advice, or how far it has come, and beside it every question's answers or what was decided. */
export function AdviceScene({ view, result }: AdviceProps) {
  const both = useBoth();
  const [words] = both;
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
        {view.phase === 'ended' ? <p class="wall-eyebrow">{textsOf(both, (each) => each.say('wall.ended')).join(' · ')}</p> : null}
        <Told view={view} result={result} place={wide ? ALONE : BESIDE} />
      </div>
      {wide ? null : <div>{decision ? <WallDecision decision={decision} /> : <Answers view={view} result={result} />}</div>}
    </div>
  );
}
