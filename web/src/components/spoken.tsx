import type { ComponentChildren } from 'preact';

import type { Spoken } from '../advice/spoken.ts';
import type { Line } from '../advice/status.ts';

/** A shape for each status, beside its words: nobody has to tell them by colour. */
const MARKS: { readonly [kind in Spoken['kind']]: ComponentChildren } = {
  incomplete: <path d="M4 12h3M10.5 12h3M17 12h3" />,
  too_few: <circle cx="12" cy="12" r="8" stroke-dasharray="4 3.2" />,
  unknown: <path d="M8 9a4 4 0 1 1 5.5 3.7c-1 .5-1.5 1.1-1.5 2.3M12 19v.5" />,
  split: <path d="M9 6l-6 6 6 6M15 6l6 6-6 6" />,
  groups: <><circle cx="7" cy="12" r="4" /><circle cx="17" cy="12" r="4" /></>,
  close_call: <path d="M3 10c3-4 6-4 9-1s6 3 9-1M3 17c3-4 6-4 9-1s6 3 9-1" />,
  firm: <path d="M4 13l5 5L20 6" />,
  decided: <path d="M6 21V4h12l-3 4 3 4H6" />,
  both_views: <path d="M4 5h6v14H4zM14 5h6v14h-6z" />,
};

export function SpokenMark({ kind }: { readonly kind: Spoken['kind'] }) {
  return (
    <svg class={`spoken-mark mark-${kind}`} viewBox="0 0 24 24" aria-hidden="true">
      {MARKS[kind]}
    </svg>
  );
}

/** Sentences, each with what it counts under it. */
export function SpokenLines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <>
      {lines.map(({ text, list }) => (
        <div key={text} class="spoken-line">
          <p>{text}</p>
          {list ? <Listed list={list} /> : null}
        </div>
      ))}
    </>
  );
}

/** What a sentence only counts. */
export function Listed({ list }: { readonly list: readonly string[] }) {
  return (
    <ul class="spoken-list">
      {list.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
