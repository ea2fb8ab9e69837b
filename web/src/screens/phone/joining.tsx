import { useState } from 'preact/hooks';

import { ErrorSummary } from '../../components/error_summary.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { Notice } from '../../components/notice.tsx';
import type { Phone } from '../../state/phone.ts';
import type { View } from '../../state/model.ts';
import { textIn } from '../../state/text.ts';
import { useWords } from '../../words/context.tsx';
import { refusalSentence } from '../../words/refusal.ts';
import { currentLanguage, known } from '../../words/say.ts';

/** The group of those who would rather not choose; always there, always last. */
const UNSAID = 'unsaid';

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

/** What is kept and who sees it; the group one speaks as, if one likes; join. */
export function Joining({ phone, view }: { readonly phone: Phone; readonly view: View }) {
  const { say, group } = useWords();
  const [chosen, choose] = useState<string | undefined>(undefined);
  const model = phone.client.model.value;
  const working = model.working?.['join'] === true;
  const refused = model.refusal?.kind === 'join' ? model.refusal : undefined;
  const problems = refused
    ? [{ field: 'join-submit', text: refusalSentence(refused, { say, known }) }]
    : [];
  const order = [...view.setup.group_order.filter((id) => id !== UNSAID)];
  const submit = (event: Event) => {
    event.preventDefault();
    if (!working) phone.join(chosen ?? UNSAID);
  };
  const title = textIn(view.setup.title, currentLanguage(), view.setup.languages[0]);
  return (
    <form onSubmit={submit}>
      <ErrorSummary title={say('error.summary')} problems={problems} />
      <p class="eyebrow">{say('join.title')}</p>
      <ScreenHeading of="joining">{title}</ScreenHeading>
      {view.setup.organisation === undefined ? null : (
        <p class="soft">{say('intro.run_by', { organisation: view.setup.organisation })}</p>
      )}
      <Consent view={view} />
      <fieldset class="field" aria-describedby="group-hint">
        <legend>
          <h2>{say('group.question')}</h2>
        </legend>
        <p class="hint" id="group-hint">
          {say('group.hint')}
        </p>
        {[...order, UNSAID].map((id) => (
          <label key={id} class={`choice${chosen === id ? ' is-chosen' : ''}`}>
            <input type="radio" name="group" value={id} checked={chosen === id} onChange={() => choose(id)} />
            <span>{group(id)}</span>
          </label>
        ))}
      </fieldset>
      <button id="join-submit" class="button button-wide" type="submit" aria-disabled={working}>
        {say('join.submit.workshop')}
      </button>
      <div role="status" class="status">
        {working ? <Notice tone="plain">{say('phone.state.joining')}</Notice> : null}
      </div>
    </form>
  );
}
