import { useState } from 'preact/hooks';

import { say } from '../words/say.ts';
import { Icon } from './icon.tsx';
import { useLeaveWarning } from './leave_warning.ts';
import { Status } from './notice.tsx';
import { saveFile } from './save_file.ts';

/** One thing to keep, as it is written into a file. */
export interface Kept {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
}

export function keptText(heading: string, all: readonly Kept[]): string {
  return [heading, ...all.map(({ label, hint, value }) => `${label}\n${hint}\n${value}`), ''].join('\n\n');
}

interface KeepProps {
  readonly heading: string;
  readonly file: string;
  readonly all: readonly Kept[];
  /** Every secret was copied one by one, or is in use. */
  readonly isKept: boolean;
}

/** Says that all this is shown once, and gives two ways to keep it whole. Until it is kept, the browser
 *  asks before the page is left. */
export function KeepThese({ heading, file, all, isKept }: KeepProps) {
  const [saved, setSaved] = useState(false);
  const [printed, setPrinted] = useState(false);
  useLeaveWarning(!isKept && !saved && !printed);
  const save = () => {
    saveFile(new Blob([keptText(heading, all)], { type: 'text/plain' }), file);
    setSaved(true);
  };
  const print = () => {
    window.print();
    setPrinted(true);
  };
  return (
    <section class="keep" aria-labelledby="keep-title">
      <div class="keep-head">
        <Icon name="alert" />
        <div>
          <h2 id="keep-title">{say('links.keep.once')}</h2>
          <p>{say('links.keep.once.more')}</p>
        </div>
      </div>
      <div class="row">
        <button type="button" class="button" onClick={save}>
          {say('links.save')}
        </button>
        <button type="button" class="button button-quiet" onClick={print}>
          {say('links.print')}
        </button>
      </div>
      <Status tone="good" text={saved ? say('links.saved', { file }) : undefined} />
    </section>
  );
}
