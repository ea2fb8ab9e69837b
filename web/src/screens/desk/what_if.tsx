import type { ReadonlySignal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';

import { headingOf, whyOf } from '../../advice/heading.ts';
import type { Engine } from '../../engine/engine.ts';
import { engineFailed } from '../../engine/live_result.ts';
import { mediansOf, supposing, type Supposed } from '../../state/desk/what_if.ts';
import { answerFrom, RATINGS } from '../../state/model/scale.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { PartTitle } from './parts.tsx';

interface WhatIfProps {
  readonly view: View;
  readonly engine: ReadonlySignal<Engine | undefined>;
}

function Answers({ view, supposed, onSuppose }: { view: View; supposed: Supposed; onSuppose: (next: Supposed) => void }) {
  const { answer, lang, question, say } = useWords();
  return (
    <div class="what-if">
      {view.setup.order.map((factor) => (
        <div key={factor} class={`what-if-row${supposed[factor] === undefined ? '' : ' is-moved'}`}>
          <label for={`what-if-${factor}`} lang={lang}>{question(factor)}</label>
          <select
            id={`what-if-${factor}`}
            class="input select"
            value={supposed[factor] ?? ''}
            onChange={(event) => {
              const value = answerFrom(event.currentTarget.value);
              onSuppose(supposing(supposed, factor, typeof value === 'number' ? value : undefined));
            }}
          >
            <option value="">{say('desk.what_if.as_answered')}</option>
            {RATINGS.map((rating) => (
              <option key={rating} value={rating}>
                {say('answer.name', { label: answer(factor, rating), n: rating })}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
}

/** Another answer, and the advice that would follow: computed here, sent nowhere. */
export function WhatIf({ view, engine }: WhatIfProps) {
  const words = useWords();
  const { say } = words;
  const [supposed, setSupposed] = useState<Supposed>({});
  const { published } = view;
  const moved = Object.keys(supposed).length > 0;
  const advice = useMemo(
    () => (moved && published ? engine.value?.whatIf(published, mediansOf(supposed)) : undefined),
    [engine.value, published, supposed],
  );
  return (
    <section aria-labelledby="what_if-title">
      <PartTitle part="what_if" />
      <p>{say('desk.what_if.text')}</p>
      {published ? (
        <>
          <div role="status" class="what-if-result">
            {moved && engineFailed.value ? <p>{say('result.no_engine')}</p> : null}
            {advice ? (
              <div class="card card-warm">
                <p class="what-if-level">{headingOf(advice.level, advice.reasons, words)}</p>
                <p>{whyOf(advice.level, advice.reasons, words).join(' ')}</p>
              </div>
            ) : null}
          </div>
          <Answers view={view} supposed={supposed} onSuppose={setSupposed} />
          <button type="button" class="button button-quiet button-small" aria-disabled={!moved} onClick={() => setSupposed({})}>
            {say('desk.what_if.reset')}
          </button>
        </>
      ) : (
        <p>{say('desk.advice.none')}</p>
      )}
    </section>
  );
}
