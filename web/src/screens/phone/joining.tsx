import { useMemo } from 'preact/hooks';

import { ErrorSummary } from '../../components/error_summary.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { Notice } from '../../components/notice.tsx';
import { textIn } from '../../state/model/text.ts';
import type { View } from '../../state/model/types.ts';
import { UNSAID, type Phone } from '../../state/phone/phone.ts';
import { useWords } from '../../words/context.tsx';
import { refusalSentence } from '../../words/refusal.ts';
import { currentLanguage, known } from '../../words/say.ts';

function Consent({ view }: { readonly view: View }) {
  const { say } = useWords();
  const { organisation, min_group: k } = view.setup;
  return (
    <section aria-labelledby="consent-title">
      <h2 id="consent-title">{say('consent.title')}</h2>
      <p>
        {say('consent.choice')}{' '}
        {organisation === undefined ? say('consent.kept.plain') : say('consent.kept.no_date', { organisation })}{' '}
        {say('consent.seen', { k })}
      </p>
      <details>
        <summary>{say('consent.more.title')}</summary>
        <p>
          {organisation === undefined ? say('consent.more.plain') : say('consent.more', { organisation })}
        </p>
      </details>
    </section>
  );
}

/** The group one speaks as, if one likes. */
function GroupChoice({ phone, view }: { readonly phone: Phone; readonly view: View }) {
  const { group, lang, say } = useWords();
  const chosen = phone.group.value;
  return (
    <fieldset class="field" aria-describedby="group-hint">
      <legend>
        <h2>{say('group.question')}</h2>
      </legend>
      <p class="hint" id="group-hint">
        {say('group.hint')}
      </p>
      {[...view.setup.group_order.filter((id) => id !== UNSAID), UNSAID].map((id) => (
        <label key={id} class={`choice${chosen === id ? ' is-chosen' : ''}`}>
          <input type="radio" name="group" value={id} checked={chosen === id} onChange={() => (phone.group.value = id)} />
          <span lang={lang}>{group(id)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface JoiningProps {
  readonly phone: Phone;
  readonly view: View;
  /** What is different at a door that is not simply open. */
  readonly note?: string | undefined;
  readonly submit?: string | undefined;
}

/** What is kept and who sees it; the group, unless an invitation says it; join. */
export function Joining({ phone, view, note, submit: label }: JoiningProps) {
  const { lang, say } = useWords();
  const invited = phone.arrival.value.invitation !== undefined;
  const model = phone.client.model.value;
  const working = model.working?.['join'] === true;
  const refused = model.refusal?.kind === 'join' ? model.refusal : undefined;
  const problems = useMemo(
    () => (refused ? [{ field: 'join-submit', text: refusalSentence(refused, { say, known }) }] : []),
    [refused, currentLanguage()],
  );
  const submit = (event: Event) => {
    event.preventDefault();
    if (!working) phone.join();
  };
  const title = textIn(view.setup.title, currentLanguage(), view.setup.languages[0]);
  return (
    <form onSubmit={submit}>
      <ErrorSummary title={say('error.summary')} problems={problems} />
      <p class="eyebrow">{say('join.title')}</p>
      <ScreenHeading of="joining" lang={lang}>{title}</ScreenHeading>
      {view.setup.organisation === undefined ? null : (
        <p class="soft">{say('intro.run_by', { organisation: view.setup.organisation })}</p>
      )}
      <Consent view={view} />
      {note === undefined ? null : <Notice tone="plain">{note}</Notice>}
      {invited ? null : <GroupChoice phone={phone} view={view} />}
      <button id="join-submit" class="button button-wide" type="submit" aria-disabled={working}>
        {label ?? say('join.submit.workshop')}
      </button>
      <div role="status" class="status">
        {working ? <Notice tone="plain">{say('phone.state.joining')}</Notice> : null}
      </div>
    </form>
  );
}
