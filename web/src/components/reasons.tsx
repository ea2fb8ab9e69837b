import { useWords } from '../words/context.tsx';

interface ReasonsProps {
  readonly texts: readonly string[];
  /** How many more people gave, which nobody is sent. */
  readonly left?: number | undefined;
  readonly level?: 3 | 4;
}

/** Reasons in people's own words, without who gave them. */
export function Reasons({ texts, left = 0, level = 3 }: ReasonsProps) {
  const { say } = useWords();
  if (texts.length === 0 && left === 0) return null;
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
      {left > 0 ? <p class="small">{say('result.reasons.left', { n: left })}</p> : null}
    </section>
  );
}
