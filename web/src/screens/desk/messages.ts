// What is pasted into the group's chat or mail, in each of the workshop's languages.
import type { Invite } from '../../api/workshops.ts';
import { shortAddress } from '../../state/links/capability.ts';
import { spokenTime } from '../../state/model/local_time.ts';
import { textIn } from '../../state/model/text.ts';
import type { View } from '../../state/model/types.ts';
import type { VoiceIn } from './voices.ts';

function about({ setup }: View, { code, url, link }: Invite, language: string) {
  return { title: textIn(setup.title, language, setup.languages[0]), url: link, address: shortAddress(url), code };
}

const together = (texts: readonly string[]) => texts.join('\n\n');

/** How to get in. */
export function messageOf(view: View, invite: Invite, voices: readonly VoiceIn[]): string {
  return together(voices.map(({ language, say }) => say('links.message', about(view, invite, language))));
}

/** That answers are awaited, and until when. */
export function reminderOf(
  view: View,
  invite: Invite,
  { answered, joined }: { readonly answered: number; readonly joined: number },
  voices: readonly VoiceIn[],
): string {
  const { closing_ms } = view.setup;
  return together(
    voices.map(({ language, say }) => {
      const told = { ...about(view, invite, language), answered, joined };
      if (closing_ms === undefined) return say('desk.reminder.text', told);
      return say('desk.reminder.text.until', { ...told, time: spokenTime(closing_ms, language) });
    }),
  );
}
