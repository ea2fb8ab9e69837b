// Each state of a phone has its own sentence: it is shown then, and no other is.
import { rounds } from './desk_socket.ts';
import { expect, test } from './people.ts';
import { expectStates } from './said.ts';
import { serverAway } from './watch.ts';
import { say } from './words.ts';

test('from joining to the end every state says its own sentence and no other', async ({ people }) => {
  const links = await people.workshop({ title: 'States' });
  const desk = await people.deskSocket(links);
  const gate = await people.gate();
  const phone = await people.phone(gate);
  const { page } = phone;
  const shows = (shown: readonly string[], alerts: readonly string[] = []) => expectStates(page, shown, alerts);

  await test.step('joining, until the workshop is there', async () => {
    gate.mute = true;
    await phone.scan(links.code);
    await shows(['joining']);
    gate.release();
    await expect(phone.button('join.submit.workshop')).toBeVisible();
    await shows([]);
  });

  await test.step('joining, until the server has taken it; then waiting', async () => {
    gate.deaf = true;
    await phone.join();
    await shows(['joining']);
    gate.release();
    await shows(['waiting']);
  });

  await test.step('a question that is open says nothing of itself', async () => {
    await desk.command('open', { questions: rounds(1, 'power') });
    await phone.choose('power', 3);
    await shows([]);
  });

  await test.step('sending, then saved', async () => {
    gate.deaf = true;
    await phone.submit();
    await shows(['sending']);
    gate.release();
    await shows(['saved', 'waiting_next']);
  });

  await test.step('a change that is not sent takes "saved" away', async () => {
    await phone.row('power').click();
    await shows(['saved']);
    await phone.choose('power', 8);
    await shows([]);
  });

  await test.step('paused, and the change kept', async () => {
    await desk.command('pause', { paused: true });
    await shows(['paused']);
    await phone.submit();
    await shows(['kept_paused', 'paused', 'waiting_next']);
    await desk.command('pause', { paused: false });
    await shows(['saved', 'waiting_next']);
  });

  await test.step('closed over a change that was not sent', async () => {
    await phone.row('power').click();
    await phone.choose('power', 1);
    await desk.command('close', { questions: rounds(1, 'power') });
    await shows(['closed_change'], ['closed_change']);
    await phone.button('ui.continue').click();
    await shows(['waiting_next']);
  });

  await test.step('closed over an answer that was never sent', async () => {
    await desk.command('open', { questions: rounds(1, 'time') });
    await phone.choose('time', 2);
    await desk.command('close', { questions: rounds(1, 'time') });
    await shows(['closed_unsent'], ['closed_unsent']);
    await phone.button('ui.continue').click();
  });

  await test.step('closed after it was saved', async () => {
    await desk.command('open', { questions: rounds(1, 'legal') });
    await phone.answer('legal', 6);
    await shows(['saved', 'waiting_next']);
    await desk.command('close', { questions: rounds(1, 'legal') });
    await shows(['closed', 'waiting_next']);
  });

  await test.step('offline, and back', async () => {
    phone.watch.expectComplaint(serverAway);
    gate.cut();
    await phone.context.setOffline(true);
    await shows(['closed', 'offline_idle', 'waiting_next']);
    gate.mend();
    await phone.context.setOffline(false);
    await shows(['back', 'closed', 'waiting_next']);
    await shows(['closed', 'waiting_next']);
  });

  await test.step('results say no state, and the end says that it is one', async () => {
    await desk.command('reveal', { questions: rounds(1, 'power', 'time', 'legal') });
    await expect(phone.heading()).toHaveText(say('result.picture'));
    await shows([]);
    await desk.command('end');
    await shows(['ended']);
  });
});

test('a phone that was removed says so and nothing else', async ({ people }) => {
  const links = await people.workshop({ title: 'Removed' });
  const desk = await people.deskSocket(links);
  const [phone] = await people.crowd(1, links.code);
  if (!phone) throw new Error('nobody is here');
  await desk.command('open', { questions: rounds(1, 'power') });
  await phone.answer('power', 3);
  await phone.expectSaved('power', 3);
  const [participant] = await desk.people(1);
  await desk.command('remove', { participant });
  await expectStates(phone.page, ['removed'], ['removed']);
  await expect(phone.heading()).toBeFocused();
});

test('of two tabs the older one says that the other is open, and nothing else', async ({ people }) => {
  const links = await people.workshop({ title: 'Tabs' });
  const [older] = await people.crowd(1, links.code);
  if (!older) throw new Error('nobody is here');
  const newer = await people.secondTab(older);
  await newer.scan(links.code);
  await expectStates(newer.page, ['waiting']);
  await expectStates(older.page, ['other_tab'], ['other_tab']);
});
