import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { ApiError } from '../../api/asked.ts';
import { ErrorSummary, type Problem } from '../../components/error_summary.tsx';
import { TextField } from '../../components/field.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { Notice, Status } from '../../components/notice.tsx';
import { saveFile } from '../../components/save_file.ts';
import { textIn } from '../../state/model/text.ts';
import { inLanguage, type WorkshopDraft } from '../../state/new/draft.ts';
import { errorsIn, type DraftError } from '../../state/new/errors.ts';
import { factorOfField, FIELDS } from '../../state/new/fields.ts';
import { refusedField } from '../../state/new/refused_field.ts';
import { freshDraft, type Standard } from '../../state/new/standard.ts';
import { fileName, templateOf, type Loaded } from '../../state/new/template.ts';
import { refusalSentence } from '../../words/refusal.ts';
import { currentLanguage, known, say } from '../../words/say.ts';
import { About, Essentials } from './essentials.tsx';
import { QuestionList } from './factors.tsx';
import { Groups } from './groups.tsx';
import { LanguageChoice } from './languages.tsx';
import { errorSentence, templateSentence } from './sentences.ts';
import { Smallest } from './smallest.tsx';
import { LOAD_FIELD, LoadTemplate, SaveTemplate } from './template_file.tsx';
import { Tempo } from './tempo.tsx';

/** The key that the operator wants, as far as it is known. */
export type KeyState = 'not_asked' | 'asked' | 'wrong';

interface FormProps {
  readonly standard: Standard;
  /** What "Copy as a new workshop" left. */
  readonly copied: Loaded | undefined;
  readonly creating: boolean;
  /** Why the server did not take it. */
  readonly refused: ApiError | undefined;
  readonly keyState: KeyState;
  readonly onCreate: (draft: WorkshopDraft, key: string) => void;
}

/** What the person has to deal with now: of one kind at a time, the latest. */
type Trouble =
  | { readonly of: 'nothing' }
  | { readonly of: 'draft'; readonly errors: readonly DraftError[]; readonly noKey: boolean }
  | { readonly of: 'template'; readonly loaded: Loaded }
  | { readonly of: 'server' };

const NOTHING: Trouble = { of: 'nothing' };

function copiedSentence(copied: Loaded | undefined): string | undefined {
  if (copied === undefined || copied.ok) return undefined;
  return say('new.copied.error', { field: copied.problem.key === 'new.template.error.field' ? copied.problem.field : '' });
}

function keySentence(state: KeyState): string {
  return say(state === 'wrong' ? 'new.field.key.wrong' : 'new.field.key.why');
}

function serverProblem(refused: ApiError, draft: WorkshopDraft, keyState: KeyState): Problem {
  if (refused.code === 'needs_create_key') return { field: FIELDS.key, text: keySentence(keyState) };
  const field = refused.field === undefined ? undefined : refusedField(refused.field, draft);
  if (field !== undefined) return { field, text: say('new.refused') };
  return { field: FIELDS.create, text: refusalSentence(refused, { say, known }) };
}

function problemsOf(trouble: Trouble, draft: WorkshopDraft, refused: ApiError | undefined, keyState: KeyState): readonly Problem[] {
  if (trouble.of === 'draft') {
    const noKey = trouble.noKey ? [{ field: FIELDS.key, text: say('new.field.key.error') }] : [];
    return [...trouble.errors.map((error) => ({ field: error.field, text: errorSentence(error) })), ...noKey];
  }
  if (trouble.of === 'template') return trouble.loaded.ok ? [] : [{ field: LOAD_FIELD, text: templateSentence(trouble.loaded.problem) }];
  return trouble.of === 'server' && refused ? [serverProblem(refused, draft, keyState)] : [];
}

/** The fields that can be seen without "More choices". */
function isAtHand(field: string): boolean {
  return /^(title|question)-/.test(field) || [LOAD_FIELD, FIELDS.key, FIELDS.create].includes(field);
}

/** One screen, one button: a title is enough. */
export function NewWorkshopForm({ standard, copied, creating, refused, keyState, onCreate }: FormProps) {
  const here = currentLanguage();
  const [draft, setDraft] = useState(copied?.ok === true ? copied.draft : freshDraft(standard, here));
  const [trouble, setTrouble] = useState<Trouble>(NOTHING);
  const [isMore, setMore] = useState(copied?.ok === true);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [key, setKey] = useState('');
  const [started, setStarted] = useState(copied?.ok === true ? say('new.copied') : undefined);
  const [saved, setSaved] = useState<string>();
  const before = useRef(here);
  useEffect(() => {
    setDraft(inLanguage(draft, before.current, here));
    before.current = here;
  }, [here]);

  /** Whatever has a problem can be seen when the summary leads to it. */
  const unfold = (fields: readonly string[]) => {
    if (!fields.every(isAtHand)) setMore(true);
    const ids = draft.factors.map(({ id }) => id);
    const found = fields.flatMap((field) => factorOfField(field, ids) ?? []);
    setOpened(new Set([...opened, ...found]));
  };
  useEffect(() => {
    if (!refused) return;
    setTrouble({ of: 'server' });
    unfold([serverProblem(refused, draft, keyState).field]);
  }, [refused]);

  // The summary takes the focus when its problems change, so they stay the same while nothing does.
  const problems = useMemo(() => problemsOf(trouble, draft, refused, keyState), [trouble, refused, keyState, here]);
  const errors = Object.fromEntries(problems.map(({ field, text }) => [field, text]));
  const onPart = (part: Partial<WorkshopDraft>) => setDraft({ ...draft, ...part });
  const common = { draft, errors, onPart };

  const submit = (event: Event) => {
    event.preventDefault();
    if (creating) return;
    const found = errorsIn(draft, standard, Date.now());
    const noKey = keyState !== 'not_asked' && key.trim() === '';
    const isFine = found.length === 0 && !noKey;
    setTrouble(isFine ? NOTHING : { of: 'draft', errors: found, noKey });
    unfold(found.map(({ field }) => field));
    if (isFine) onCreate(draft, key.trim());
  };
  const load = (loaded: Loaded, file: string) => {
    setTrouble({ of: 'template', loaded });
    setStarted(loaded.ok ? say('new.template.loaded', { file }) : undefined);
    if (!loaded.ok) return;
    setDraft(loaded.draft);
    setMore(true);
  };
  const save = () => {
    const file = fileName(textIn(draft.title, draft.languages[0]));
    saveFile(new Blob([templateOf(draft, standard)], { type: 'application/json' }), file);
    setSaved(file);
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary title={say('error.summary')} problems={problems} />
      <ScreenHeading of="new">{say('new.title')}</ScreenHeading>
      <p class="lead">{say('new.lead')}</p>
      <LoadTemplate standard={standard} error={errors[LOAD_FIELD]} onLoaded={load} />
      <Status tone="good" text={started} />
      <Status tone="alert" text={copiedSentence(copied)} />
      <Essentials {...common} />
      <details class="card more" open={isMore} onToggle={(event) => setMore(event.currentTarget.open)}>
        <summary>{say('new.more')}</summary>
        <LanguageChoice {...common} />
        <About {...common} />
        <QuestionList
          factors={draft.factors}
          standard={standard}
          languages={draft.languages}
          errors={errors}
          opened={opened}
          onOpened={setOpened}
          onFactors={(factors) => onPart({ factors })}
        />
        <Groups groups={draft.groups} languages={draft.languages} errors={errors} onGroups={(groups) => onPart({ groups })} />
        <Tempo {...common} />
        <Smallest {...common} />
        <SaveTemplate saved={saved} onSave={save} />
      </details>
      {keyState === 'not_asked' ? null : (
        <TextField
          id={FIELDS.key}
          type="password"
          label={say('new.field.key.label')}
          hint={say('new.field.key.hint')}
          error={errors[FIELDS.key]}
          value={key}
          onValue={setKey}
        />
      )}
      <button id={FIELDS.create} class="button button-wide" type="submit" aria-disabled={creating}>
        {say('new.submit')}
      </button>
      <div role="status" class="status">
        {creating ? <Notice tone="plain">{say('new.creating')}</Notice> : null}
      </div>
    </form>
  );
}
