import type { ComponentChildren } from 'preact';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly long?: boolean;
  readonly class?: string;
  readonly inputMode?: 'numeric';
  readonly maxLength?: number;
  readonly type?: 'text' | 'date' | 'datetime-local' | 'password';
  /** The language of what is written here, where it is not the page's. */
  readonly lang?: string;
}

/** A labelled text field with its hint and, when something is wrong, its error. */
export function TextField({ id, label, hint, error, value, onValue, long, class: name, type = 'text', ...rest }: FieldProps) {
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ');
  const common = {
    id,
    name: id,
    value,
    class: `input ${name ?? ''}`,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': described || undefined,
    ...rest,
  };
  return (
    <div class={`field${error === undefined ? '' : ' has-error'}`}>
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {long ? (
        <textarea {...common} rows={4} onInput={(event) => onValue(event.currentTarget.value)} />
      ) : (
        <input type={type} autocomplete="off" {...common} onInput={(event) => onValue(event.currentTarget.value)} />
      )}
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error: ComponentChildren }) {
  if (error === undefined) return null;
  return (
    <p class="field-error" id={`${id}-error`}>
      {error}
    </p>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Nothing is chosen yet where there is none of the options' values. */
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[];
  readonly onValue: (value: T) => void;
}

/** One of a few, as radio buttons with their explanations. */
export function Choices<T extends string>({ name, legend, hint, error, value, options, onValue }: ChoiceProps<T>) {
  const described = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <fieldset class={`field${error === undefined ? '' : ' has-error'}`} aria-describedby={described || undefined}>
      <legend class="field-label">{legend}</legend>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={name} error={error} />
      {options.map((option, index) => (
        <label key={option.value} class={`choice${value === option.value ? ' is-chosen' : ''}`}>
          <input
            type="radio"
            id={index === 0 ? name : undefined}
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onValue(option.value)}
          />
          <span>
            {option.label}
            {option.hint === undefined ? null : <span class="choice-hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
