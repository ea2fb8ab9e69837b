// Pictures of every screen in every state, for people to look at: build/screenshots/.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { widths } from './checks.ts';
import { test } from './people.ts';
import { tour, type Visit } from './tour.ts';

const folder = fileURLToPath(new URL('../../build/screenshots/', import.meta.url));
const height = 800;

test('pictures of every screen', async ({ people, server }) => {
  test.setTimeout(1_200_000);
  const shoot: Visit = async (screen, page, kind = 'page') => {
    const before = page.viewportSize();
    for (const colorScheme of ['light', 'dark'] as const) {
      await mkdir(folder + colorScheme, { recursive: true });
      await page.emulateMedia({ colorScheme });
      for (const width of kind === 'wall' ? [1920] : widths) {
        if (kind === 'page') await page.setViewportSize({ width, height });
        const path = `${folder}${colorScheme}/${screen}-${width}.png`;
        await page.screenshot({ path, fullPage: kind === 'page' });
      }
    }
    await page.emulateMedia({ colorScheme: null });
    if (before) await page.setViewportSize(before);
  };
  await tour(people, server, shoot);
});
