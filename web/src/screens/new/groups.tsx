import { FieldError } from '../../components/field.tsx';
import { MOST_GROUPS, type GroupDraft } from '../../state/new_workshop.ts';
import { say } from '../../words/say.ts';

interface GroupsProps {
  readonly groups: readonly GroupDraft[];
  readonly errors: { readonly [field: string]: string };
  readonly onGroups: (groups: readonly GroupDraft[]) => void;
}

function Tick({ label, checked, onTick }: { label: string; checked: boolean; onTick: (checked: boolean) => void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} onChange={(event) => onTick(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** The groups people speak as: names, and which have lived experience or hold the decision. */
export function Groups({ groups, errors, onGroups }: GroupsProps) {
  const change = (key: string, part: Partial<GroupDraft>) =>
    onGroups(groups.map((group) => (group.key === key ? { ...group, ...part } : group)));
  const add = () => {
    const taken = new Set(groups.map(({ key }) => key));
    let number = 1;
    while (taken.has(`own_${number}`)) number += 1;
    const key = `own_${number}`;
    onGroups([...groups, { key, label: '', livedExperience: false, holdsDecision: false }]);
    requestAnimationFrame(() => document.getElementById(`group-${key}`)?.focus());
  };
  return (
    <fieldset aria-describedby="groups-hint">
      <legend>
        <h2>{say('new.groups.title')}</h2>
      </legend>
      <p class="hint" id="groups-hint">
        {say('new.groups.hint')}
      </p>
      <ul class="group-rows">
        {groups.map((group, index) => {
          const id = `group-${group.key}`;
          const error = errors[id];
          return (
            <li key={group.key} class={`group-row${error === undefined ? '' : ' has-error'}`}>
              <FieldError id={id} error={error} />
              <div class="group-name">
                <input
                  class="input"
                  id={id}
                  type="text"
                  autocomplete="off"
                  maxLength={80}
                  value={group.label}
                  aria-label={say('new.groups.label', { n: index + 1 })}
                  aria-invalid={error === undefined ? undefined : true}
                  aria-describedby={error === undefined ? undefined : `${id}-error`}
                  onInput={(event) => change(group.key, { label: event.currentTarget.value })}
                />
                <button
                  type="button"
                  class="button button-quiet button-small"
                  aria-label={say('new.groups.remove', { label: group.label })}
                  onClick={() => onGroups(groups.filter(({ key }) => key !== group.key))}
                >
                  {say('new.groups.remove.short')}
                </button>
              </div>
              <div class="group-ticks">
                <Tick
                  label={say('new.groups.lived_experience')}
                  checked={group.livedExperience}
                  onTick={(livedExperience) => change(group.key, { livedExperience })}
                />
                <Tick
                  label={say('new.groups.holds_decision')}
                  checked={group.holdsDecision}
                  onTick={(holdsDecision) => change(group.key, { holdsDecision })}
                />
              </div>
            </li>
          );
        })}
      </ul>
      {groups.length < MOST_GROUPS ? (
        <button type="button" class="button button-quiet" onClick={add}>
          {say('new.groups.add')}
        </button>
      ) : null}
    </fieldset>
  );
}
