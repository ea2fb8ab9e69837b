import { Choices, TextField } from '../../components/field.tsx';
import { Status } from '../../components/notice.tsx';
import { OPEN_MIN_GROUP, withOpen } from '../../state/new/draft.ts';
import { FIELDS } from '../../state/new/fields.ts';
import { say } from '../../words/say.ts';
import type { Part } from './part.ts';

const OPEN_SIZES = Array.from({ length: OPEN_MIN_GROUP.most - OPEN_MIN_GROUP.least + 1 }, (_, index) => OPEN_MIN_GROUP.least + index);

/** The smallest group whose answers are shown alone; below five only in an open workshop, which is chosen. */
export function Smallest({ draft, errors, onPart }: Part) {
  const common = { error: errors[FIELDS.minGroup], value: draft.minGroup, onValue: (minGroup: string) => onPart({ minGroup }) };
  return (
    <section class="part" aria-labelledby="smallest-title">
      <h2 id="smallest-title">{say('new.private.title')}</h2>
      {draft.open ? (
        <Choices
          {...common}
          name={FIELDS.minGroup}
          legend={say('new.field.min_group.label')}
          options={OPEN_SIZES.map((n) => ({ value: String(n), label: say('new.field.open.people', { n }) }))}
        />
      ) : (
        <TextField
          {...common}
          id={FIELDS.minGroup}
          label={say('new.field.min_group.label')}
          hint={say('new.field.min_group.hint')}
          inputMode="numeric"
          class="input-narrow"
        />
      )}
      <label class={`choice${draft.open ? ' is-chosen' : ''}`}>
        <input
          type="checkbox"
          checked={draft.open}
          aria-describedby="open-hint"
          onChange={(event) => onPart(withOpen(draft, event.currentTarget.checked))}
        />
        <span>
          {say('new.field.open.label')}
          <span class="choice-hint" id="open-hint">
            {say('new.field.open.hint')}
          </span>
        </span>
      </label>
      <Status tone="wait" text={draft.open ? say('new.field.open.warning', { n: Number(draft.minGroup) }) : undefined} />
    </section>
  );
}
