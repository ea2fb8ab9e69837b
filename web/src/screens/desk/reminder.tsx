import type { Invite } from '../../api/workshops.ts';
import { CopyField } from '../../components/copy_field.tsx';
import { shortAddress } from '../../state/links/capability.ts';
import { spokenTime } from '../../state/model/local_time.ts';
import { textIn } from '../../state/model/text.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage } from '../../words/say.ts';

interface ReminderProps {
  readonly view: View;
  readonly invite: Invite | undefined;
  readonly counts: { readonly answered: number; readonly joined: number };
}

/** What to paste into the group's chat or mail while people answer over days. */
export function Reminder({ view, invite, counts }: ReminderProps) {
  const { say } = useWords();
  const language = currentLanguage();
  const { closing_ms, title, languages } = view.setup;
  if (invite === undefined) return null;
  const { code, url, link } = invite;
  const about = { title: textIn(title, language, languages[0]), url: link, address: shortAddress(url), code };
  const { answered, joined } = counts;
  const text =
    closing_ms === undefined
      ? say('desk.reminder.text', { ...about, answered, joined })
      : say('desk.reminder.text.until', { ...about, answered, joined, time: spokenTime(closing_ms, language) });
  return (
    <CopyField id="reminder" label={say('desk.reminder')} button={say('desk.reminder.copy')} hint={say('desk.reminder.hint')} long value={text} />
  );
}
