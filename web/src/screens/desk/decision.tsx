import { useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { DecisionWords } from '../../components/decision.tsx';
import { decisionDraft, type DecisionDraft } from '../../state/desk/decision.ts';
import type { Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { DecisionForm } from './decision_form.tsx';
import { PartTitle } from './parts.tsx';

/** What is written and not yet recorded. It outlives the part it is written in. */
export interface KeptDraft {
  readonly draft: DecisionDraft | undefined;
  readonly onDraft: (draft: DecisionDraft | undefined) => void;
}

export function useDraft(): KeptDraft {
  const [draft, onDraft] = useState<DecisionDraft | undefined>(undefined);
  return { draft, onDraft };
}

interface DecisionProps {
  readonly client: Client;
  readonly view: View;
  readonly result: Result | undefined;
  readonly kept: KeptDraft;
}

/** What the group itself decided, which need not be what was advised. */
export function Decision({ client, view, result, kept }: DecisionProps) {
  const { say } = useWords();
  const { draft, onDraft } = kept;
  const { decision, phase } = view;
  const open = phase !== 'ended' && (draft !== undefined || !decision);
  return (
    <section aria-labelledby="decision-title">
      <PartTitle part="decision" />
      {decision && !open ? (
        <div class="card card-warm">
          <DecisionWords decision={decision} />
          {decision.warned ? <p class="hint">{say('desk.decision.warned')}</p> : null}
        </div>
      ) : null}
      {!decision && phase === 'ended' ? <p>{say('desk.decision.never')}</p> : null}
      {open ? (
        <DecisionForm
          client={client}
          draft={draft ?? decisionDraft(decision)}
          result={result}
          onDraft={onDraft}
          onDone={() => onDraft(undefined)}
        />
      ) : null}
      {decision && !open && phase !== 'ended' ? (
        <button type="button" class="button button-quiet button-small" onClick={() => onDraft(decisionDraft(decision))}>
          {say('desk.decision.change')}
        </button>
      ) : null}
    </section>
  );
}
