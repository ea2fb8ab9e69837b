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

/** With more rows than this each has one line for its name, the count beside it, and its strip. */
const MOST_STACKED = 4;
const MOST_ROOMY = 12;

type Shape = 'stacked' | 'roomy' | 'tight';

/** Names that have a count beside them stand over their strips while there is room. */
function shapeOf(rows: readonly Row[]): Shape {
  if (rows.some(({ count }) => count !== undefined)) return rows.length > MOST_STACKED ? 'tight' : 'stacked';
  return rows.length > MOST_ROOMY ? 'tight' : 'roomy';
}

function Name({ name, count }: Row) {
  return (
    <span class="wall-row">
      <span class="wall-row-name" dir="auto">{name}</span>
      {count === undefined ? null : <span class="wall-row-count">{count}</span>}
    </span>
  );
}

function Numbers({ parts }: Row) {
  if (!parts) return <td colSpan={BANDS.length} class="number">–</td>;
  return (
    <>
      {BANDS.map(({ zone }) => (
        <td key={zone} class="number">{parts[zone]}</td>
      ))}
    </>
  );
}

/** Yes, partly and no head their columns with the marks that their strips have. */
export function StripTable({ rows, label }: { readonly rows: readonly Row[]; readonly label: string }) {
  const { say } = useWords();
  const shape = shapeOf(rows);
  const counted = rows.some(({ count }) => count !== undefined);
  const scale = Math.max(1, ...rows.map(({ parts }) => parts?.all ?? 0));
  const zone = (of: 'yes' | 'partly' | 'no') => say(`answer.row.${of}`, { yes: say('factor.own.yes'), no: say('factor.own.no') });
  const strip = ({ parts }: Row) => (parts ? <StripBar parts={parts} scale={scale} /> : null);
  return (
    <table class={`wall-table is-${shape}${counted ? ' is-counted' : ''}`} aria-label={label}>
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
      {shape === 'stacked' ? (
        rows.map((row) => (
          <tbody key={row.id}>
            <tr>
              <th scope="rowgroup" colSpan={2 + BANDS.length}>
                <Name {...row} />
              </th>
            </tr>
            <tr>
              <td colSpan={2}>{strip(row)}</td>
              <Numbers {...row} />
            </tr>
          </tbody>
        ))
      ) : (
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Name {...row} />
              </th>
              <td>{strip(row)}</td>
              <Numbers {...row} />
            </tr>
          ))}
        </tbody>
      )}
    </table>
  );
}
