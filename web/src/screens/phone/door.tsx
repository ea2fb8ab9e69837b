// Joining where the door is not simply open.
import { ScreenHeading } from '../../components/heading.tsx';
import { Notice } from '../../components/notice.tsx';
import { textIn } from '../../state/model/text.ts';
import type { View } from '../../state/model/types.ts';
import type { Phone } from '../../state/phone/phone.ts';
import { useWords } from '../../words/context.tsx';
import { refusalSentence } from '../../words/refusal.ts';
import { currentLanguage, known } from '../../words/say.ts';
import { Joining } from './joining.tsx';

interface DoorProps {
  readonly phone: Phone;
  readonly view: View;
}

/** A page with nothing to do on it but to read. */
function Told({ view, of, title, text }: { view: View; of: string; title: string; text: string }) {
  return (
    <>
      <p class="eyebrow">{textIn(view.setup.title, currentLanguage(), view.setup.languages[0])}</p>
      <ScreenHeading of={of}>{title}</ScreenHeading>
      <p class="lead">{text}</p>
    </>
  );
}

function NeedsInvitation({ phone, view }: DoorProps) {
  const { say } = useWords();
  const { refusal } = phone.client.model.value;
  return (
    <>
      <Told view={view} of="needs-invitation" title={say('door.invited.title')} text={say('door.invited.text')} />
      <div role="alert">
        {refusal?.kind === 'join' ? <Notice tone="alert">{refusalSentence(refusal, { say, known })}</Notice> : null}
      </div>
    </>
  );
}

export function Door({ phone, view }: DoorProps) {
  const { say } = useWords();
  switch (phone.place.value) {
    case 'asked':
      return <Told view={view} of="asked" title={say('door.asked.title')} text={say('door.asked.text')} />;
    case 'turned_away':
      return <Told view={view} of="turned-away" title={say('door.turned_away.title')} text={say('refusal.turned_away')} />;
    case 'needs_invitation':
      return <NeedsInvitation phone={phone} view={view} />;
    default: {
      const locked = view.door === 'locked';
      const invited = phone.arrival.value.invitation !== undefined ? say('door.with_invitation') : undefined;
      return (
        <Joining
          phone={phone}
          view={view}
          note={locked ? say('door.locked') : invited}
          submit={locked ? say('door.ask') : undefined}
        />
      );
    }
  }
}
