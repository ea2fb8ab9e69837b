import type { Client } from '../../client/runner.ts';
import { leaveCopy } from '../../state/desk/copy.ts';
import { stateOf } from '../../state/model/question_state.ts';
import { textIn } from '../../state/model/text.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage } from '../../words/say.ts';
import { ClosingForm } from './closing.tsx';
import { Invitations } from './invitations.tsx';
import { CodeCard, LinksCard } from './links.tsx';
import type { Office } from './office.ts';
import { PartTitle } from './parts.tsx';
import { Switches } from './switches.tsx';

interface RoomProps {
  readonly client: Client;
  readonly view: View;
  readonly office: Office;
}

const DOORS = ['open', 'invited', 'locked'] as const;
const PACES = ['together', 'one_by_one', 'over_days'] as const;

function Door({ client, view }: RoomProps) {
  const { say } = useWords();
  return (
    <Switches
      id="door"
      label={say('desk.door')}
      value={view.door}
      options={DOORS.map((door) => ({ value: door, label: say(`desk.door.${door}`), hint: say(`desk.door.${door}.hint`) }))}
      onValue={(door) => client.command({ kind: 'door', door })}
    />
  );
}

function Pace({ client, view }: RoomProps) {
  const { say } = useWords();
  const open = view.setup.order.some((factor) => stateOf(view, factor) === 'open');
  return (
    <>
      <Switches
        id="pace"
        label={say('new.field.pace.label')}
        value={view.setup.pace}
        disabled={open}
        options={PACES.map((pace) => ({
          value: pace,
          label: say(`new.field.pace.${pace}.label`),
          hint: open ? say('desk.pace.still_open') : say(`new.field.pace.${pace}.hint`),
        }))}
        onValue={(pace) => client.command({ kind: 'pace', pace })}
      />
      <ClosingForm client={client} view={view} id="closing" />
    </>
  );
}

/** The link is followed in this tab: the setup is left in the tab's own storage. */
export function CopyWorkshop({ view }: { readonly view: View }) {
  const { say } = useWords();
  return (
    <div class="desk-link">
      <a class="button button-quiet button-small" href="/new" onClick={() => leaveCopy(view.setup)}>
        {say('desk.copy')}
      </a>
      <p class="hint">{say('desk.copy.hint')}</p>
    </div>
  );
}

/** What this is about, whole: the desk's head has one line for it. */
function About({ view }: { readonly view: View }) {
  const { lang, say } = useWords();
  const { title, question, context, languages } = view.setup;
  const text = (of: typeof title | undefined) => textIn(of, lang, languages[0]);
  return (
    <div class="desk-about" lang={lang} dir="auto">
      <h3 lang={currentLanguage()}>{say('desk.about')}</h3>
      <p>
        <strong>{text(title)}</strong>
      </p>
      <p>{text(question)}</p>
      {context ? <p class="soft">{text(context)}</p> : null}
    </div>
  );
}

/** Who comes in and how, how fast it goes, and who else has a desk. */
export function Room(props: RoomProps) {
  const { view, client, office } = props;
  const ended = view.phase === 'ended';
  return (
    <section aria-labelledby="room-title" class="desk-room">
      <PartTitle part="room" />
      <About view={view} />
      {ended ? null : (
        <>
          <Door {...props} />
          <Invitations {...props} />
          <Pace {...props} />
          <CodeCard office={office} />
        </>
      )}
      {client.model.value.role === 'facilitator' ? <LinksCard office={office} /> : null}
      {ended ? null : <CopyWorkshop view={view} />}
    </section>
  );
}
