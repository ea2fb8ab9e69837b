import { useWords } from '../words/context.tsx';

/** What is known about a question, with where it comes from; nothing where nothing was given. */
export function Facts({ factor, id }: { readonly factor: string; readonly id?: string }) {
  const { facts, lang, say } = useWords();
  const known = facts(factor);
  if (known.length === 0) return null;
  return (
    <ul class="question-facts" id={id}>
      {known.map(({ text, source }) => (
        <li key={text}>
          <strong>{say('factor.fact')}:</strong> <span lang={lang}>{text}</span>
          {source === undefined ? null : <span class="fact-source">{say('factor.fact.source', { source })}</span>}
        </li>
      ))}
    </ul>
  );
}
