import { Choices, TextField } from '../../components/field.tsx';
import { proposedClosing } from '../../state/new/closing.ts';
import type { WorkshopDraft } from '../../state/new/draft.ts';
import { FIELDS } from '../../state/new/fields.ts';
import { PACES } from '../../state/new/read_setup.ts';
import { say } from '../../words/say.ts';
import type { Part } from './part.ts';

/** How the questions are asked, and until when. */
export function Tempo({ draft, errors, onPart }: Part) {
  const choose = (pace: WorkshopDraft['pace']) => {
    const proposed = pace === 'over_days' && draft.closing === '' ? { closing: proposedClosing(new Date()) } : {};
    onPart({ pace, ...proposed });
  };
  return (
    <section class="part">
      <Choices
        name={FIELDS.pace}
        legend={say('new.field.pace.label')}
        error={errors[FIELDS.pace]}
        value={draft.pace}
        onValue={choose}
        options={PACES.map((value) => ({
          value,
          label: say(`new.field.pace.${value}.label`),
          hint: say(`new.field.pace.${value}.hint`),
        }))}
      />
      {draft.pace === 'over_days' ? (
        <TextField
          id={FIELDS.closing}
          type="datetime-local"
          class="input-time"
          label={say('new.field.closing.label')}
          hint={say('new.field.closing.hint')}
          error={errors[FIELDS.closing]}
          value={draft.closing}
          onValue={(closing) => onPart({ closing })}
        />
      ) : null}
    </section>
  );
}
