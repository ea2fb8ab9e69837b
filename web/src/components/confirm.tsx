import { useEffect, useId, useRef } from 'preact/hooks';

import { say } from '../words/say.ts';
import { useSteady } from './steady.ts';

interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  /** It cannot be undone. */
  readonly alert?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks once more, in place of the button that was pressed; takes the focus, and Escape says no. The second
 *  press of a double click is no yes. */
export function ConfirmPanel({ title, text, yes, alert, onYes, onNo }: ConfirmProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const steady = useSteady(title, true);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div
      class="confirm"
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo();
      }}
    >
      <h3 id={`${id}-title`} tabIndex={-1} ref={heading}>
        {title}
      </h3>
      <p id={`${id}-text`}>{text}</p>
      <div class="row">
        <button
          type="button"
          class={`button${alert === true ? ' button-alert' : ''}`}
          aria-disabled={steady.waits}
          onClick={() => {
            if (steady.takes()) onYes();
          }}
        >
          {yes}
        </button>
        <button type="button" class="button button-quiet" onClick={onNo}>
          {say('ui.cancel')}
        </button>
      </div>
    </div>
  );
}
