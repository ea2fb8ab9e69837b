import { pageShown, reasonPages } from '../../state/model/reason_pages.ts';
import type { View } from '../../state/model/types.ts';
import { Both, textsOf, useBoth } from './both.tsx';

/** The page of reasons that the desk has turned to, each whole; two rounds side by side. */
export function WallReasons({ view, id }: { readonly view: View; readonly id: string }) {
  const both = useBoth();
  const pages = reasonPages(view, id);
  const at = pageShown(view, pages);
  const columns = pages[at - 1];
  // The first page can be the picture's alone: the eyebrow says that there are more.
  if (!columns || columns.every(({ texts }) => texts.length === 0)) return null;
  const left = at === pages.length ? (view.reasons_left?.[id] ?? 0) : 0;
  const heading = textsOf(both, ({ say }) => (pages.length > 1 ? say('wall.reasons.page', { n: at, all: pages.length }) : say('result.reasons')));
  const rounds = new Set(columns.map(({ round }) => round)).size > 1;
  return (
    <section class="wall-reasons">
      <h2>
        {heading[0]}
        {heading[1] === undefined ? null : <span class="in-other" lang={both[1]?.lang}> · {heading[1]}</span>}
      </h2>
      <div class="wall-reasons-columns">
        {columns.map(({ round, texts }, place) => (
          <div key={place}>
            {rounds ? <h3>{textsOf(both, ({ say }) => say('count.round', { n: round })).join(' · ')}</h3> : null}
            <ul>
              {texts.map((text, index) => (
                <li key={index} dir="auto">
                  <q>{text}</q>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {left > 0 ? <Both class="wall-reasons-left" of={({ say }) => say('result.reasons.left', { n: left })} /> : null}
    </section>
  );
}
