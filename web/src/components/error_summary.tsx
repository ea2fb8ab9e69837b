import { useEffect, useRef } from 'preact/hooks';

export interface Problem {
  /** The id of the field to go to. */
  readonly field: string;
  readonly text: string;
}

/** What is wrong, above the form: takes the focus whenever a new list of problems comes. */
export function ErrorSummary({ title, problems }: { readonly title: string; readonly problems: readonly Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  const goTo = (event: Event, field: string) => {
    event.preventDefault(); // the address holds the workshop: it must not change
    document.getElementById(field)?.focus();
  };
  return (
    <div ref={box} class="error-summary" tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={field}>
            <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
