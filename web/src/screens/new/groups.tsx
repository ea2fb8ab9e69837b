import { FieldError } from '../../components/field.tsx';
import type { Language } from '../../generated/languages.ts';
import { textIn } from '../../state/model/text.ts';
import { freeId, MOST_GROUPS, type GroupDraft } from '../../state/new/draft.ts';
import { FIELDS, groupField, inLanguage } from '../../state/new/fields.ts';
import { say } from '../../words/say.ts';
import { languageName } from './sentences.ts';
import type { Errors } from './texts.tsx';

interface GroupsProps {
  readonly groups: readonly GroupDraft[];
  readonly languages: readonly [Language, ...Language[]];
  readonly errors: Errors;
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

interface NameProps {
  readonly group: GroupDraft;
  readonly number: number;
  readonly language: Language;
  /** Said where there is another field for the same name. */
  readonly several: boolean;
  readonly error: string | undefined;
  readonly onName: (name: string) => void;
}

function Name({ group, number, language, several, error, onName }: NameProps) {
  const id = inLanguage(groupField(group.id), language);
  const label = say('new.groups.label', { n: number });
  return (
    <div class={`group-language${error === undefined ? '' : ' has-error'}`}>
      {several ? <label for={id}>{languageName(language)}</label> : null}
      <FieldError id={id} error={error} />
      <input
        class="input"
        id={id}
        type="text"
        autocomplete="off"
        lang={language}
        value={group.label[language] ?? ''}
        aria-label={several ? say('new.text.language', { label, language: languageName(language) }) : label}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onInput={(event) => onName(event.currentTarget.value)}
      />
    </div>
  );
}

/** The groups people speak as: names, and which have lived experience or hold the decision. */
export function Groups({ groups, languages, errors, onGroups }: GroupsProps) {
  const change = (id: string, part: Partial<GroupDraft>) =>
    onGroups(groups.map((group) => (group.id === id ? { ...group, ...part } : group)));
  const focusSoon = (field: string) => requestAnimationFrame(() => document.getElementById(field)?.focus());
  const add = () => {
    const id = freeId(groups);
    onGroups([...groups, { id, label: {}, livedExperience: false, holdsDecision: false }]);
    focusSoon(inLanguage(groupField(id), languages[0]));
  };
  const isFull = groups.length >= MOST_GROUPS;
  const addError = errors[FIELDS.addGroup];
  return (
    <fieldset class="part" aria-describedby="groups-hint">
      <legend>
        <h2>{say('new.groups.title')}</h2>
      </legend>
      <p class="hint" id="groups-hint">
        {say('new.groups.hint')}
      </p>
      <ul class="group-rows">
        {groups.map((group, index) => (
          <li key={group.id} class="group-row">
            <div class="group-name">
              <div class="group-languages">
                {languages.map((language) => (
                  <Name
                    key={language}
                    group={group}
                    number={index + 1}
                    language={language}
                    several={languages.length > 1}
                    error={errors[inLanguage(groupField(group.id), language)]}
                    onName={(name) => change(group.id, { label: { ...group.label, [language]: name } })}
                  />
                ))}
              </div>
              <button
                type="button"
                class="button button-quiet button-small"
                aria-label={say('new.groups.remove', { label: textIn(group.label, languages[0]) })}
                onClick={() => {
                  onGroups(groups.filter(({ id }) => id !== group.id));
                  focusSoon(FIELDS.addGroup);
                }}
              >
                {say('new.groups.remove.short')}
              </button>
            </div>
            <div class="group-ticks">
              <Tick
                label={say('new.groups.lived_experience')}
                checked={group.livedExperience}
                onTick={(livedExperience) => change(group.id, { livedExperience })}
              />
              <Tick
                label={say('new.groups.holds_decision')}
                checked={group.holdsDecision}
                onTick={(holdsDecision) => change(group.id, { holdsDecision })}
              />
            </div>
          </li>
        ))}
      </ul>
      <FieldError id={FIELDS.addGroup} error={addError} />
      <button
        type="button"
        id={FIELDS.addGroup}
        class="button button-quiet"
        aria-disabled={isFull}
        aria-describedby={addError === undefined ? undefined : `${FIELDS.addGroup}-error`}
        onClick={() => (isFull ? undefined : add())}
      >
        {say('new.groups.add')}
      </button>
    </fieldset>
  );
}
