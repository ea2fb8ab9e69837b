import { render } from 'preact';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';

import { TimeLeft } from '../../src/components/time_left.tsx';
import { clientShowing, questions, setup, view } from '../../src/fixtures/workshop.ts';
import type { View } from '../../src/state/model/types.ts';
import { WordsProvider } from '../../src/words/context.tsx';
import { currentLanguage, known, say, startWords } from '../../src/words/say.ts';
import { wordsOf } from '../../src/words/words.ts';

const NOW = 5_000;

afterEach(() => document.body.replaceChildren());
beforeAll(() => startWords('wall'));
beforeEach(() => void vi.spyOn(performance, 'now').mockReturnValue(NOW));

function drawn(more: Partial<View>): string {
  const root = document.createElement('main');
  document.body.append(root);
  const client = clientShowing({ view: view(more), clock: { wall_ms: 1_000_000, at_ms: NOW } });
  render(
    <WordsProvider value={wordsOf(setup, { say, known, language: currentLanguage() })}>
      <TimeLeft model={client.model.value} />
    </WordsProvider>,
    root,
  );
  return root.textContent ?? '';
}

it('shows what is left of the timer, and that it is over', () => {
  expect(drawn({ timer: { ends_ms: 1_120_000 } })).toBe(say('time.left', { time: '2:00' }));
  expect(drawn({ timer: { ends_ms: 900_000 } })).toBe(say('time.over'));
});

it('stands while the workshop is paused, at what was left', () => {
  expect(drawn({ paused: true, timer: { left_ms: 161_000 } })).toBe(say('time.left', { time: '2:41' }));
});

it('says that people can still answer, and until when, only while a question takes answers', () => {
  const over = { timer: { ends_ms: 900_000 }, setup: { ...setup, closing_ms: 2_000_000 } };
  expect(drawn({ ...over, questions: questions('closed') })).toBe(say('time.left', { time: '0:00' }));
  expect(drawn({ ...over, questions: questions('revealed') })).toBe(say('time.left', { time: '0:00' }));
  const open = drawn(over);
  expect(open).toContain('The time is up. You can still answer.');
  expect(open).toContain('Open until');
});

it('says of no closing time in a pause, which closes nothing', () => {
  expect(drawn({ paused: true, setup: { ...setup, closing_ms: 2_000_000 } })).toBe('');
});

it('shows nothing where the server has taken the clock away', () => {
  expect(drawn({})).toBe('');
  expect(drawn({ phase: 'ended', setup: { ...setup, closing_ms: 2_000_000 } })).toBe('');
});
