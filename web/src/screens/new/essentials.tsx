import { TextField } from '../../components/field.tsx';
import { say } from '../../words/say.ts';
import type { Part } from './part.ts';
import { Texts } from './texts.tsx';

/** What everybody sees first. A title is enough. */
export function Essentials({ draft, errors, onPart }: Part) {
  const common = { languages: draft.languages, errors };
  return (
    <div class="card">
      <Texts
        {...common}
        field="title"
        label={say('new.field.title.label')}
        hint={say('new.field.title.hint')}
        text={draft.title}
        onText={(title) => onPart({ title })}
      />
      <Texts
        {...common}
        field="question"
        label={say('new.field.question.label')}
        hint={say('new.field.question.hint')}
        text={draft.question}
        onText={(question) => onPart({ question })}
      />
    </div>
  );
}

/** The background, who holds it, and whom to ask. */
export function About({ draft, errors, onPart }: Part) {
  const line = (id: 'organisation' | 'contact') => (
    <TextField
      id={id}
      label={say(`new.field.${id}.label`)}
      hint={say(`new.field.${id}.hint`)}
      error={errors[id]}
      value={draft[id]}
      onValue={(value) => onPart({ [id]: value })}
    />
  );
  return (
    <section class="part" aria-labelledby="about-title">
      <h2 id="about-title">{say('new.about.title')}</h2>
      <Texts
        long
        languages={draft.languages}
        errors={errors}
        field="context"
        label={say('new.field.context.label')}
        hint={say('new.field.context.hint')}
        text={draft.context}
        onText={(context) => onPart({ context })}
      />
      {line('organisation')}
      {line('contact')}
    </section>
  );
}
