// What a phone says of a decision, and what it still offers after the end.
import { signal } from '@preact/signals';
import { render, type ComponentChildren } from 'preact';
import { afterEach, beforeAll, expect, it } from 'vitest';

import { whyOf } from '../../src/advice/heading.ts';
import { statuses } from '../../src/fixtures/statuses.ts';
import { decision, shown } from '../../src/fixtures/views.ts';
import { clientShowing, setup } from '../../src/fixtures/workshop.ts';
import { PhoneFoot } from '../../src/screens/phone/foot.tsx';
import { Advice } from '../../src/screens/phone/results.tsx';
import type { View } from '../../src/state/model/types.ts';
import { createPhone } from '../../src/state/phone/phone.ts';
import { sharingOf } from '../../src/state/phone/sharing.ts';
import { WordsProvider } from '../../src/words/context.tsx';
import { currentLanguage, known, say, startWords } from '../../src/words/say.ts';
import { wordsOf } from '../../src/words/words.ts';

beforeAll(() => startWords('phone', 'phone_aside', 'results', 'factors', 'names'));
afterEach(() => document.body.replaceChildren());

const words = () => wordsOf(setup, { say, known, language: currentLanguage() });

function drawn(content: ComponentChildren): HTMLElement {
  const root = document.createElement('main');
  document.body.append(root);
  render(<WordsProvider value={words()}>{content}</WordsProvider>, root);
  return root;
}

it('heads what was decided as the decision, and gives no reasons of the advice for it', () => {
  const { level, reasons } = statuses.firm;
  const why = level === null ? '' : whyOf(level, reasons, words()).join(' ');
  expect(why).not.toBe('');
  const before = drawn(<Advice view={shown()} result={statuses.firm} />);
  expect(before.querySelector('.eyebrow')?.textContent).toBe(say('result.title'));
  expect(before.querySelector('.lead')?.textContent).toContain(why);
  const decided = drawn(<Advice view={{ ...shown(), decision }} result={statuses.firm} />);
  expect(decided.querySelector('.eyebrow')?.textContent).toBe(say('result.decision.title'));
  expect(decided.querySelector('.lead')).toBeNull();
});

it('offers to answer for somebody else until the end', () => {
  const foot = (phase: View['phase']) => {
    const phone = createPhone(clientShowing({ view: { ...shown(), phase } }), signal(undefined));
    const sharing = sharingOf(phone, { openSeat: async () => phone, kept: { all: () => [], keep: () => undefined } });
    return drawn(<PhoneFoot phone={phone} sharing={sharing} />).textContent;
  };
  expect(foot('live')).toContain(say('phone.someone_else'));
  expect(foot('ended')).not.toContain(say('phone.someone_else'));
});
