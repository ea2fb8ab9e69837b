import { useRef } from 'preact/hooks';

import { FieldError } from '../../components/field.tsx';
import { Status } from '../../components/notice.tsx';
import { loadedTemplate, tooLarge, type Loaded } from '../../state/new/template.ts';
import type { Standard } from '../../state/new/standard.ts';
import { say } from '../../words/say.ts';

interface LoadProps {
  readonly standard: Standard;
  readonly error: string | undefined;
  readonly onLoaded: (loaded: Loaded, file: string) => void;
}

export const LOAD_FIELD = 'load-template';

/** Begins from a file. It is read here and goes nowhere. */
export function LoadTemplate({ standard, error, onLoaded }: LoadProps) {
  const input = useRef<HTMLInputElement>(null);
  const read = async () => {
    const file = input.current?.files?.[0];
    if (!file) return;
    onLoaded(tooLarge(file.size) ?? loadedTemplate(await file.text(), standard), file.name);
    // The same file, put right, can be chosen again.
    if (input.current) input.current.value = '';
  };
  return (
    <div class={`load-template${error === undefined ? '' : ' field has-error'}`}>
      <FieldError id={LOAD_FIELD} error={error} />
      <input ref={input} hidden type="file" accept=".json,application/json" onChange={() => void read()} />
      <button
        type="button"
        id={LOAD_FIELD}
        class="link-button"
        aria-describedby={error === undefined ? undefined : `${LOAD_FIELD}-error`}
        onClick={() => input.current?.click()}
      >
        {say('new.template.load')}
      </button>
    </div>
  );
}

/** Keeps what is filled in as a file. */
export function SaveTemplate({ saved, onSave }: { readonly saved: string | undefined; readonly onSave: () => void }) {
  return (
    <section class="part" aria-labelledby="template-title">
      <h2 id="template-title">{say('new.template.title')}</h2>
      <p class="hint">{say('new.template.hint')}</p>
      <button type="button" class="button button-quiet" onClick={onSave}>
        {say('new.template.save')}
      </button>
      <Status tone="good" text={saved === undefined ? undefined : say('new.template.saved', { file: saved })} />
    </section>
  );
}
