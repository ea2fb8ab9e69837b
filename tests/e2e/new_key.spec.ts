// An operator may keep the making of workshops for those who have a key.
import { NewForm } from './new_form.ts';
import { expect, test as base } from './people.ts';
import { Server } from './server.ts';
import { say } from './words.ts';

const key = 'lanterns-by-the-river';

const test = base.extend<{ server: Server }>({
  server: async ({}, use) => {
    const server = await Server.start(['--create-key', key]);
    await use(server);
    await server.dispose();
  },
});

test('the form asks for the key, keeps what was filled in, and goes on with the right one', async ({ people, server }) => {
  const desk = await people.facilitator();
  desk.watch.expectComplaint(/status of 401/);
  const form = new NewForm(desk.page, server.address);
  await form.open();
  const field = form.field('new.field.key.label');
  await expect(field).toHaveCount(0);
  await form.field('new.field.title.label').fill('With a key');
  await form.create();
  await form.expectProblem(say('new.field.key.why'), field);

  await form.create();
  await form.expectProblem(say('new.field.key.error'), field);
  await field.fill('not-the-right-key');
  await form.create();
  await form.expectProblem(say('new.field.key.wrong'), field);
  await expect(form.field('new.field.title.label')).toHaveValue('With a key');

  await field.fill(key);
  await form.create();
  await desk.readLinks();
});
