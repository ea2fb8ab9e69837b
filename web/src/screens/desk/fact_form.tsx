import { useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { Facts } from '../../components/facts.tsx';
import { TextField } from '../../components/field.tsx';
import { languages, type Language } from '../../generated/languages.ts';
import type { Setup, Text } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

/** The server's bound on a line is in bytes; so many letters fit in any of our languages. */
const MOST_FACT = 300;

interface FactProps {
  readonly client: Client;
  readonly setup: Setup;
  readonly id: string;
  readonly n: number;
}

/** A fact to show with the question from now on, in each of the workshop's languages. */
export function FactForm({ client, setup, id, n }: FactProps) {
  const { say } = useWords();
  const [text, setText] = useState<Text>({});
  const [source, setSource] = useState('');
  const several = setup.languages.length > 1;
  const labelIn = (tag: string) => {
    const label = say('desk.fact.text', { n });
    return several ? say('new.text.language', { label, language: languages[tag as Language]?.name ?? tag }) : label;
  };
  const missing = setup.languages.some((tag) => (text[tag] ?? '').trim() === '');
  const add = (event: Event) => {
    event.preventDefault();
    if (missing) return;
    const clean = Object.fromEntries(setup.languages.map((tag) => [tag, (text[tag] ?? '').trim()]));
    const from = source.trim();
    client.command({ kind: 'fact', factor: id, text: clean, ...(from === '' ? {} : { source: from }) });
    setText({});
    setSource('');
  };
  return (
    <section class="desk-fact" aria-labelledby={`fact-${id}-title`}>
      <h4 id={`fact-${id}-title`}>{say('desk.fact.add', { n })}</h4>
      <Facts factor={id} />
      <form onSubmit={add}>
        {setup.languages.map((tag) => (
          <TextField
            key={tag}
            id={`fact-${id}-${tag}`}
            label={labelIn(tag)}
            value={text[tag] ?? ''}
            maxLength={MOST_FACT}
            onValue={(value) => setText({ ...text, [tag]: value })}
          />
        ))}
        <TextField
          id={`fact-${id}-source`}
          label={say('new.factors.fact.source.label')}
          value={source}
          maxLength={MOST_FACT}
          onValue={setSource}
        />
        <button type="submit" class="button button-quiet button-small" aria-disabled={missing}>
          {say('desk.fact.submit')}
        </button>
      </form>
    </section>
  );
}
