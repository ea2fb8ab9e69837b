import { useState } from 'preact/hooks';

import { ErrorSummary } from '../../components/error_summary.tsx';
import { Choices, TextField } from '../../components/field.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { Notice } from '../../components/notice.tsx';
import { languages } from '../../generated/languages.ts';
import type { Pace } from '../../state/model.ts';
import {
  errorsIn,
  LEAST_MIN_GROUP,
  MOST_MIN_GROUP,
  PRESET_GROUPS,
  type DraftError,
  type WorkshopDraft,
} from '../../state/new_workshop.ts';
import { say } from '../../words/say.ts';
import { Groups } from './groups.tsx';

/** The built-in questions, in the order they are asked. */
const QUESTIONS = [
  'social_complexity',
  'legitimacy',
  'power',
  'senior_buy_in',
  'time',
  'process_resources',
  'legal',
  'specialist_knowledge',
  'innovation',
  'service_resources',
] as const;

const PACES: readonly Pace[] = ['together', 'one_by_one', 'over_days'];

export function freshDraft(): WorkshopDraft {
  return {
    title: '',
    question: say('new.field.question.default'),
    context: '',
    organisation: '',
    contact: '',
    languages: 'both',
    pace: 'together',
    minGroup: String(LEAST_MIN_GROUP),
    groups: PRESET_GROUPS.map(({ key, ...marks }) => ({ key, ...marks, label: say(`group.preset.${key}`) })),
  };
}

function sentence(error: DraftError): string {
  return error.key === 'new.field.min_group.error'
    ? say(error.key, { least: LEAST_MIN_GROUP, most: MOST_MIN_GROUP })
    : say(error.key);
}

interface FormProps {
  readonly start: WorkshopDraft;
  readonly creating: boolean;
  /** Why the server did not take it. */
  readonly refused: string | undefined;
  readonly onCreate: (draft: WorkshopDraft) => void;
}

/** One screen, one button: a title is enough. */
export function NewWorkshopForm({ start, creating, refused, onCreate }: FormProps) {
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState<readonly DraftError[]>([]);
  const set = (part: Partial<WorkshopDraft>) => setDraft({ ...draft, ...part });
  const problems = tried.map((error) => ({ field: error.field, text: sentence(error) }));
  const errors = Object.fromEntries(problems.map(({ field, text }) => [field, text]));
  const shown = refused === undefined ? problems : [{ field: 'create', text: refused }];
  const submit = (event: Event) => {
    event.preventDefault();
    if (creating) return;
    const found = errorsIn(draft);
    setTried(found);
    if (found.length === 0) onCreate(draft);
  };
  const text = (id: 'question' | 'context' | 'organisation' | 'contact') => ({
    id,
    label: say(`new.field.${id}.label`),
    hint: say(`new.field.${id}.hint`),
    value: draft[id],
    onValue: (value: string) => set({ [id]: value }),
  });
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary title={say('error.summary')} problems={shown} />
      <ScreenHeading of="new">{say('new.title')}</ScreenHeading>
      <p class="lead">{say('new.lead')}</p>
      <div class="card">
        <TextField
          id="title"
          label={say('new.field.title.label')}
          hint={say('new.field.title.hint')}
          error={errors['title']}
          value={draft.title}
          maxLength={200}
          onValue={(title) => set({ title })}
        />
        <TextField {...text('question')} maxLength={200} />
        <TextField {...text('context')} long maxLength={2000} />
        <TextField {...text('organisation')} maxLength={120} />
        <TextField {...text('contact')} maxLength={120} />
      </div>
      <details class="card more">
        <summary>{say('new.more')}</summary>
        <Groups groups={draft.groups} errors={errors} onGroups={(groups) => set({ groups })} />
        <Choices
          name="pace"
          legend={say('new.field.pace.label')}
          value={draft.pace}
          onValue={(pace) => set({ pace })}
          options={PACES.map((value) => ({
            value,
            label: say(`new.field.pace.${value}.label`),
            hint: say(`new.field.pace.${value}.hint`),
          }))}
        />
        <Choices
          name="languages"
          legend={say('new.field.languages.label')}
          value={draft.languages}
          onValue={(value) => set({ languages: value })}
          options={[
            { value: 'both', label: `${languages.en.name} + ${languages.cy.name}` },
            { value: 'en', label: languages.en.name },
            { value: 'cy', label: languages.cy.name },
          ]}
        />
        <TextField
          id="min-group"
          label={say('new.field.min_group.label')}
          hint={say('new.field.min_group.hint')}
          error={errors['min-group']}
          value={draft.minGroup}
          onValue={(minGroup) => set({ minGroup })}
          inputMode="numeric"
          class="input-narrow"
        />
        <section>
          <h2>{say('new.factors.title')}</h2>
          <p class="hint">{say('new.factors.ten')}</p>
          <ol class="ten">
            {QUESTIONS.map((id) => (
              <li key={id}>{say(`factor.${id}.question`)}</li>
            ))}
          </ol>
        </section>
      </details>
      <button id="create" class="button button-wide" type="submit" aria-disabled={creating}>
        {say('new.submit')}
      </button>
      <div role="status" class="status">
        {creating ? <Notice tone="plain">{say('new.creating')}</Notice> : null}
      </div>
    </form>
  );
}
