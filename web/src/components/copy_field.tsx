import { useRef, useState } from 'preact/hooks';

import { say } from '../words/say.ts';

/** The clipboard needs a secure context; on a local network the old way is the one that works. */
async function copy(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}

interface CopyFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly button?: string;
  readonly long?: boolean;
}

/** Something to take along: shown whole, selected by a tap, copied by a button. */
export function CopyField({ id, label, hint, value, button, long }: CopyFieldProps) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [done, setDone] = useState<'' | 'copied' | 'failed'>('');
  const press = async () => {
    if (field.current) setDone((await copy(field.current)) ? 'copied' : 'failed');
  };
  const common = {
    id,
    ref: field,
    class: 'input',
    readOnly: true,
    value,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    onFocus: (event: FocusEvent) => (event.currentTarget as HTMLInputElement).select(),
  };
  return (
    <div class="field copy-field">
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="copy-row">
        {long ? <textarea {...common} rows={3} /> : <input type="text" {...common} />}
        <button type="button" class="button button-quiet" onClick={() => void press()} aria-label={button ?? say('links.copy.name', { label })}>
          {button ?? say('links.copy')}
        </button>
      </div>
      <p role="status" class="status copied">
        {done === 'copied' ? say('links.copied') : done === 'failed' ? say('links.copy_failed') : null}
      </p>
    </div>
  );
}
