import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';

import { resultOf } from '../../src/fixtures/workshop.ts';
import { SCREENS } from '../../src/fixtures/screens.tsx';
import { say, startWords } from '../../src/words/say.ts';

afterEach(() => document.body.replaceChildren());

it('proposes the three questions to talk about that the engine ranks first', async () => {
  await startWords('desk', 'results', 'names', 'factors');
  const root = document.createElement('main');
  document.body.append(root);
  render(SCREENS['desk-revealed']?.draw() ?? null, root);
  const proposed = [...root.querySelectorAll('.discuss li p')].map(({ textContent }) => textContent);
  const ranked = resultOf.firm.discuss_next?.slice(0, 3) ?? [];
  expect(proposed).toEqual(ranked.map((id) => say(`factor.${id}.question` as 'factor.time.question')));
  expect(proposed).toHaveLength(3);
});
