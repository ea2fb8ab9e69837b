// The page /recover: a new facilitator's link for somebody who has lost it.
import { signal } from '@preact/signals';
import { render } from 'preact';

import type { ApiError } from '../api/asked.ts';
import { inviteOf, recoverWorkshop, type Recovered } from '../api/workshops.ts';
import { LanguageSwitch } from '../components/language.tsx';
import { RecoverForm } from '../screens/recover/form.tsx';
import { RecoveredLinks } from '../screens/recover/recovered.tsx';
import { say, startWords } from '../words/say.ts';
import { slot } from './slot.ts';

const asking = signal(false);
const refused = signal<ApiError | undefined>(undefined);
const done = signal<{ readonly code: string; readonly recovered: Recovered } | undefined>(undefined);
const url = signal(location.origin);

async function recover(code: string, recovery: string): Promise<void> {
  asking.value = true;
  refused.value = undefined;
  const response = await recoverWorkshop(code, recovery);
  asking.value = false;
  if (!response.ok) {
    refused.value = response.error;
    return;
  }
  done.value = { code, recovered: response.value };
  const drawn = await inviteOf(response.value.workshop, response.value.facilitator);
  if (drawn.ok) url.value = drawn.value.url.replace(/\/$/, '');
}

function Page() {
  const found = done.value;
  if (found) return <RecoveredLinks {...found} url={url.value} origin={location.origin} />;
  return (
    <RecoverForm
      asking={asking.value}
      refused={refused.value}
      onRecover={(code, recovery) => void recover(code, recovery)}
    />
  );
}

async function start(): Promise<void> {
  await startWords('recover');
  document.title = say('ui.title', { page: say('recover.title') });
  render(<LanguageSwitch />, slot('language'));
  render(<Page />, slot('main'));
}

void start();
