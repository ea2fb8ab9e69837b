import { useState } from 'preact/hooks';

interface SelectFormProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly button: string;
  readonly onSubmit: (value: string) => void;
}

/** One of many, and the button that does something with it: nothing happens by choosing alone. */
export function SelectForm({ id, label, hint, value, options, button, onSubmit }: SelectFormProps) {
  const [chosen, setChosen] = useState(value);
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit(chosen);
  };
  return (
    <form class="field" onSubmit={submit}>
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="row">
        <select
          id={id}
          class="input select"
          value={chosen}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <button type="submit" class="button button-quiet">
          {button}
        </button>
      </div>
    </form>
  );
}
