// Answers as rows of strips: one person as wide in each, with the numbers beside them.
import { StripBar } from '../../components/strip.tsx';
import type { Parts } from '../../state/model/parts.ts';
import { BANDS } from '../../state/model/scale.ts';
import { useWords } from '../../words/context.tsx';

export interface Row {
  readonly id: string;
  readonly name: string;
  /** Beside the name, never cut. */
  readonly count?: string;
  /** Nothing where the answers may not be shown. */
  readonly parts: Parts | undefined;
}

/** With more rows than this each name has one line, its count beside it. */
const MOST_ROOMY = 12;
const MOST_ROOMY_COUNTED = 4;

export function isTight(rows: readonly Row[]): boolean {
  return rows.length > (rows.some(({ count }) => count !== undefined) ? MOST_ROOMY_COUNTED : MOST_ROOMY);
}

/** Yes, partly and no head their columns with the marks that their strips have. */
export function StripTable({ rows, label }: { readonly rows: readonly Row[]; readonly label: string }) {
  const { say } = useWords();
  const scale = Math.max(1, ...rows.map(({ parts }) => parts?.all ?? 0));
  const zone = (of: 'yes' | 'partly' | 'no') => say(`answer.row.${of}`, { yes: say('factor.own.yes'), no: say('factor.own.no') });
  return (
    <table class={`wall-table${isTight(rows) ? ' is-tight' : ''}`} aria-label={label}>
      <thead>
        <tr>
          <td />
          <td />
          {BANDS.map(({ zone: of }) => (
            <th key={of} scope="col" class={`zone-${of}`}>
              <i class="wall-key-mark" /> {zone(of)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, count, parts }) => (
          <tr key={id}>
            <th scope="row">
              <span class="wall-row">
                <span class="wall-row-name" dir="auto">{name}</span>
                {count === undefined ? null : <span class="wall-row-count">{count}</span>}
              </span>
            </th>
            <td class="wall-row-strip">{parts ? <StripBar parts={parts} scale={scale} /> : null}</td>
            {parts ? BANDS.map(({ zone: of }) => <td key={of} class="number">{parts[of]}</td>) : <td colSpan={3} class="number">–</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
