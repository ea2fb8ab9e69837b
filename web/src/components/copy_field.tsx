import { useRef, useState } from 'preact/hooks';

import { say } from '../words/say.ts';

/** The clipboard needs a secure context; on a local network the old way is the one that works. */
export async function copyFrom(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
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
  /** Read and typed character by character. */
  readonly isCode?: boolean;
  readonly onCopied?: () => void;
}

/** Something to take along: shown whole, selected by a tap, copied by a button. */
export function CopyField({ id, label, hint, value, button, long, isCode, onCopied }: CopyFieldProps) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [done, setDone] = useState<'' | 'copied' | 'failed'>('');
  const press = async () => {
    if (!field.current) return;
    const isCopied = await copyFrom(field.current);
    setDone(isCopied ? 'copied' : 'failed');
    if (isCopied) onCopied?.();
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
    <div class={`field copy-field${isCode === true ? ' copy-code' : ''}`}>
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="copy-row">
        {long ? <textarea {...common} rows={4} /> : <input type="text" {...common} />}
        <button type="button" class="button button-quiet" onClick={() => void press()} aria-label={button ?? say('links.copy.name', { label })}>
          {button ?? say('links.copy')}
        </button>
      </div>
      {/* A field cuts off what is longer than itself: on paper it is a text. */}
      <p class="copy-print" aria-hidden="true">
        {value}
      </p>
      <p role="status" class="status copied">
        {done === 'copied' ? say('links.copied') : done === 'failed' ? say('links.copy_failed') : null}
      </p>
    </div>
  );
}
