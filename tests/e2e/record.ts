// The saved record of a whole workshop.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { test } from '@playwright/test';

import type { Facilitator } from './facilitator.ts';

interface Transcript {
  readonly records: readonly { readonly envelope: { readonly kind: string } }[];
}

/** Ends the workshop; how many answers its record has. */
export async function answersRecorded(desk: Facilitator): Promise<number> {
  await desk.end();
  const download = await desk.saveRecord();
  const file = join(test.info().outputDir, download.suggestedFilename());
  await download.saveAs(file);
  const { records } = JSON.parse(await readFile(file, 'utf8')) as Transcript;
  return records.filter(({ envelope }) => envelope.kind === 'answer').length;
}
