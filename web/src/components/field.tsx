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
}

/** A labelled text field with its hint and, when something is wrong, its error. */
export function TextField({ id, label, hint, error, value, onValue, long, class: name, ...rest }: FieldProps) {
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
        <input type="text" autocomplete="off" {...common} onInput={(event) => onValue(event.currentTarget.value)} />
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
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[];
  readonly onValue: (value: T) => void;
}

/** One of a few, as radio buttons with their explanations. */
export function Choices<T extends string>({ name, legend, hint, value, options, onValue }: ChoiceProps<T>) {
  return (
    <fieldset {...(hint === undefined ? {} : { 'aria-describedby': `${name}-hint` })}>
      <legend class="field-label">{legend}</legend>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} class={`choice${value === option.value ? ' is-chosen' : ''}`}>
          <input
            type="radio"
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
