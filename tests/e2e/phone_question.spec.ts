// One question on a phone, and what may happen around it.
import { rounds } from './desk_socket.ts';
import { expect, test } from './people.ts';
import { answerWords, factors, say } from './words.ts';

const everything = rounds(1, ...factors);

test('a reason goes with its answer, waits for the reveal, and is shown without its author', async ({ people }) => {
  const links = await people.workshop({ title: 'Reasons', min_group: 2, open: true });
  const desk = await people.deskSocket(links);
  const [one, two] = await people.crowd(2, links.code);
  if (!one || !two) throw new Error('nobody is here');
  await desk.command('open', { questions: rounds(1, 'power') });

  await one.choose('power', 2);
  await one.reason().fill('They listened, and then decided alone.');
  await one.submit();
  await one.expectSaved('power', 2);
  await two.answer('power', 4);
  await two.expectSaved('power', 4);
  await expect(two.page.getByText('decided alone')).toHaveCount(0);

  await desk.command('reveal', { questions: rounds(1, 'power') });
  for (const phone of [one, two]) {
    await expect(phone.results('power').getByText('They listened, and then decided alone.')).toBeVisible();
  }
});

test('what is chosen and written stays through everything that comes from the desk', async ({ people }) => {
  const links = await people.workshop({ title: 'Unsent' });
  const desk = await people.deskSocket(links);
  const [phone] = await people.crowd(1, links.code);
  if (!phone) throw new Error('nobody is here');
  await desk.command('open', { questions: everything });
  await phone.choose('social_complexity', 6);
  await phone.reason().fill('Half a sentence');

  await desk.command('fact', { factor: 'social_complexity', text: { en: 'Nine agencies are involved.' }, source: 'Annual report' });
  await expect(phone.page.getByText('Nine agencies are involved.')).toBeVisible();
  await expect(phone.page.getByText(say('factor.fact.source', { source: 'Annual report' }))).toBeVisible();
  await desk.command('focus', { factor: 'time' });
  await desk.command('timer', { ends_ms: Date.now() + 300_000 });
  await expect(phone.page.getByRole('timer')).toBeVisible();
  await desk.command('reveal', { questions: rounds(1, 'legitimacy') });
  await expect(phone.tab('phone.tab.results')).toBeVisible();

  await phone.expectQuestion('social_complexity');
  await expect(phone.radio('social_complexity', 6)).toBeChecked();
  await expect(phone.reason()).toHaveValue('Half a sentence');
});

test('an answer sent while the workshop is paused is kept, and sent when it goes on', async ({ people }) => {
  const links = await people.workshop({ title: 'Paused' });
  const desk = await people.deskSocket(links);
  const [phone] = await people.crowd(1, links.code);
  if (!phone) throw new Error('nobody is here');
  await desk.command('open', { questions: rounds(1, 'power') });
  await desk.command('pause', { paused: true });
  await expect(phone.status(say('phone.state.paused'))).toBeVisible();

  await phone.answer('power', 7);
  await expect(phone.about('power', 'phone.state.kept_paused')).toBeVisible();
  await expect(phone.row('power')).toContainText(say('phone.question.unsent'));
  await desk.command('pause', { paused: false });
  await phone.expectSaved('power', 7);
  await expect(phone.status(say('phone.state.paused'))).toHaveCount(0);
});

test('somebody can ask for more time and take it back', async ({ people }) => {
  const links = await people.workshop({ title: 'More time' });
  const desk = await people.deskSocket(links);
  const [phone] = await people.crowd(1, links.code);
  if (!phone) throw new Error('nobody is here');
  await desk.command('open', { questions: everything });
  await phone.button('phone.more_time').click();
  await expect(phone.status(say('phone.more_time.sent'))).toBeVisible();
  await phone.page.reload();
  await expect(phone.status(say('phone.more_time.sent'))).toBeVisible();
  await phone.button('phone.more_time.enough').click();
  await expect(phone.button('phone.more_time')).toBeVisible();
});

test('late joiners land where everybody looks: on the question, or on its answers', async ({ people }) => {
  const links = await people.workshop({ title: 'Late', min_group: 2, open: true });
  const desk = await people.deskSocket(links);
  const [one, two] = await people.crowd(2, links.code);
  if (!one || !two) throw new Error('nobody is here');
  await desk.command('open', { questions: everything });
  await desk.command('focus', { factor: 'time' });
  const late = await people.phone();
  await late.scan(links.code);
  await late.join();
  await late.expectQuestion('time');

  await desk.command('reveal', { questions: rounds(1, 'time') });
  const later = await people.phone();
  await later.scan(links.code);
  await later.join();
  await expect(later.page.getByText(say('phone.talking'))).toBeVisible();
  await later.tab('phone.tab.questions').click();
  await later.expectQuestion('social_complexity');
});

test('a second round shows the earlier answer, which one tap keeps', async ({ people }) => {
  const links = await people.workshop({ title: 'Again' });
  const desk = await people.deskSocket(links);
  const [phone] = await people.crowd(1, links.code);
  if (!phone) throw new Error('nobody is here');
  await desk.command('open', { questions: rounds(1, 'power') });
  await phone.answer('power', 3);
  await phone.expectSaved('power', 3);
  await desk.command('reveal', { questions: rounds(1, 'power') });
  await desk.command('open', { questions: rounds(2, 'power') });
  await phone.expectQuestion('power');
  await expect(phone.page.getByRole('radio', { checked: true })).toHaveCount(0);
  const label = answerWords('power', 3);
  await expect(phone.page.getByText(say('phone.round.previous', { n: 1, label }))).toBeVisible();
  await phone.page.getByRole('button', { name: say('phone.keep', { label }) }).click();
  await phone.expectSaved('power', 3);
});

test('the practice question in the lobby is answered and not sent', async ({ people }) => {
  const links = await people.workshop({ title: 'Practice' });
  const [phone] = await people.crowd(1, links.code);
  if (!phone) throw new Error('nobody is here');
  await phone.button('intro.practice.title').click();
  const card = phone.page.getByRole('group', { name: say('intro.practice.question') });
  await card.getByRole('radio').first().check();
  await expect(phone.status(say('intro.practice.done'))).toBeVisible();
});
