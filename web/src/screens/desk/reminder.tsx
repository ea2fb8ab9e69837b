import { CopyField } from '../../components/copy_field.tsx';
import { shortAddress } from '../../state/links/address.ts';
import { spokenTime } from '../../state/model/local_time.ts';
import { textIn } from '../../state/model/text.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage } from '../../words/say.ts';

interface ReminderProps {
  readonly view: View;
  readonly url: string | undefined;
  readonly code: string | undefined;
  readonly counts: { readonly answered: number; readonly joined: number };
}

/** What to paste into the group's chat or mail while people answer over days. */
export function Reminder({ view, url, code = '', counts }: ReminderProps) {
  const { say } = useWords();
  const language = currentLanguage();
  const { closing_ms, title, languages } = view.setup;
  if (url === undefined) return null;
  const about = { title: textIn(title, language, languages[0]), url: `${url.replace(/\/$/, '')}/#${code}`, address: shortAddress(url), code };
  const { answered, joined } = counts;
  const text =
    closing_ms === undefined
      ? say('desk.reminder.text', { ...about, answered, joined })
      : say('desk.reminder.text.until', { ...about, answered, joined, time: spokenTime(closing_ms, language) });
  return (
    <CopyField id="reminder" label={say('desk.reminder')} button={say('desk.reminder.copy')} hint={say('desk.reminder.hint')} long value={text} />
  );
}
