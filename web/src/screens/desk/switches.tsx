interface SwitchesProps<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint: string }[];
  readonly disabled?: boolean;
  readonly onValue: (value: T) => void;
}

/** One of a few, taken at once: buttons, for a radio button would act on every arrow key. */
export function Switches<T extends string>({ id, label, value, options, disabled, onValue }: SwitchesProps<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <div class="switches" role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`}>
      <h3 id={`${id}-label`}>{label}</h3>
      <div class="row">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            class={`button button-small ${option.value === value ? '' : 'button-quiet'}`}
            aria-pressed={option.value === value}
            aria-disabled={disabled}
            onClick={() => {
              if (!disabled && option.value !== value) onValue(option.value);
            }}
          >
            {option.value === value ? '✓ ' : null}
            {option.label}
          </button>
        ))}
      </div>
      <p class="hint" id={`${id}-hint`}>
        {chosen?.hint}
      </p>
    </div>
  );
}
