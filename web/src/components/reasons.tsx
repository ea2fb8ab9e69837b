import { useWords } from '../words/context.tsx';

/** Reasons in people's own words, without who gave them. */
export function Reasons({ texts, level = 3 }: { readonly texts: readonly string[]; readonly level?: 3 | 4 }) {
  const { say } = useWords();
  if (texts.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <section class="reasons">
      <Heading>{say('result.reasons')}</Heading>
      <ul>
        {texts.map((text, index) => (
          <li key={index}>
            <q>{text}</q>
          </li>
        ))}
      </ul>
    </section>
  );
}
