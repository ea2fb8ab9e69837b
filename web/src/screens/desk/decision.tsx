import type { Client } from '../../client/runner.ts';
import { DecisionWords } from '../../components/decision.tsx';
import { useSteady } from '../../components/steady.ts';
import { decisionDraft } from '../../state/desk/decision.ts';
import type { Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { DecisionForm } from './decision_form.tsx';
import { PartTitle } from './parts.tsx';
import type { KeptDraft } from './written.ts';

interface DecisionProps {
  readonly client: Client;
  readonly view: View;
  readonly result: Result | undefined;
  readonly kept: KeptDraft;
}

/** What the group itself decided, which need not be what was advised. */
export function Decision({ client, view, result, kept }: DecisionProps) {
  const { say } = useWords();
  const { written, onWritten } = kept;
  const { decision, phase } = view;
  const open = phase !== 'ended' && (written !== undefined || !decision);
  // "Change the decision" comes where "Record the decision" was.
  const steady = useSteady(open ? 'record' : 'change');
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
          view={view}
          written={written ?? { draft: decisionDraft(decision), from: decision }}
          result={result}
          onWritten={onWritten}
        />
      ) : null}
      {decision && !open && phase !== 'ended' ? (
        <button
          type="button"
          class="button button-quiet button-small"
          aria-disabled={steady.waits}
          onClick={() => {
            if (steady.takes()) onWritten({ draft: decisionDraft(decision), from: decision });
          }}
        >
          {say('desk.decision.change')}
        </button>
      ) : null}
    </section>
  );
}
