// Beginning again from what was once filled in: a template's file, or an earlier workshop.
import { readFile } from 'node:fs/promises';

import type { Facilitator } from './facilitator.ts';
import { NewForm } from './new_form.ts';
import { expect, test } from './people.ts';
import { question, say } from './words.ts';

const file = 'youth-club.quorate-template.json';

async function load(desk: Facilitator, name: string, content: string | Buffer): Promise<void> {
  const chooser = desk.page.waitForEvent('filechooser');
  await desk.button(say('new.template.load')).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

test('a form saved as a template comes back from its file', async ({ people, server }) => {
  const desk = await people.facilitator();
  const form = new NewForm(desk.page, server.address);
  await form.open();
  await form.field('new.field.title.label').fill('Youth club');
  await form.more();
  await form.field('new.field.organisation.label').fill('Club Trust');
  await form.act('new.factors.leave_out', question('legal')).click();
  const download = desk.page.waitForEvent('download');
  await form.button('new.template.save').click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe(file);
  await expect(desk.page.getByText(say('new.template.saved', { file }))).toBeVisible();
  const content = await readFile(await saved.path());

  const other = await people.facilitator();
  const again = new NewForm(other.page, server.address);
  await again.open();
  await load(other, file, content);
  await expect(other.page.getByText(say('new.template.loaded', { file }))).toBeVisible();
  await expect(again.field('new.field.title.label')).toHaveValue('Youth club');
  await expect(again.field('new.field.organisation.label')).toHaveValue('Club Trust');
  await expect(again.question(question('legal'))).toContainText(say('new.factors.left_out'));
  await again.create();
  await other.readLinks();
});

test('a file that is no template is named in one sentence, and the form stays as it was', async ({ people, server }) => {
  const desk = await people.facilitator();
  const form = new NewForm(desk.page, server.address);
  await form.open();
  await form.field('new.field.title.label').fill('Kept');
  const button = form.button('new.template.load');
  await load(desk, 'holiday.json', '{"photos":[]}');
  await form.expectProblem(say('new.template.error.not_one'), button);
  await load(desk, 'large.json', Buffer.alloc(256 * 1024 + 1, ' '));
  await form.expectProblem(say('new.template.error.too_large', { n: 256 }), button);
  const wrong = { format: 'quorate-template', version: 1, setup: { languages: ['en'], pace: 'slowly' } };
  await load(desk, 'wrong.json', JSON.stringify(wrong));
  await form.expectProblem(say('new.template.error.field', { field: 'setup.pace' }), button);
  await expect(form.field('new.field.title.label')).toHaveValue('Kept');
});

test('a workshop is copied as a new one from its desk, once', async ({ people, server }) => {
  const desk = await people.facilitator();
  const form = new NewForm(desk.page, server.address);
  await form.open();
  await form.field('new.field.title.label').fill('Last month');
  await form.more();
  await form.act('new.factors.leave_out', question('innovation')).click();
  await form.create();
  const links = await desk.readLinks();
  await desk.open(links.desk);
  await desk.show('desk.room');
  await desk.page.getByRole('link', { name: say('desk.copy') }).click();

  await expect(desk.page.getByText(say('new.copied'))).toBeVisible();
  await expect(form.field('new.field.title.label')).toHaveValue('Last month');
  await expect(form.question(question('innovation'))).toContainText(say('new.factors.left_out'));
  await form.field('new.field.title.label').fill('This month');
  await form.create();
  const copied = await desk.readLinks();
  expect(copied.code).not.toBe(links.code);

  await form.open();
  await expect(form.field('new.field.title.label')).toHaveValue('');
});
