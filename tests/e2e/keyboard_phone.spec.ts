// The whole workshop on a phone by keyboard alone.
import { rounds } from './desk_socket.ts';
import { Keyboard } from './keyboard.ts';
import { expect, test } from './people.ts';
import { factors, question, say } from './words.ts';

const [first, second] = factors;

test('from the code to the results, with nothing but the keyboard', async ({ people }) => {
  const links = await people.workshop({ title: 'Keys only', min_group: 2, open: true });
  const desk = await people.deskSocket(links);
  const other = await people.phone();
  await other.scan(links.code);
  await other.join();
  const phone = await people.phone();
  const keys = new Keyboard(phone.page);
  await phone.openHome();

  await test.step('a wrong code leads to its field', async () => {
    await keys.fill(phone.page.getByLabel(say('join.code.label')), 'FHK');
    await keys.press('Enter');
    await expect(phone.alert(say('error.code'))).toBeFocused();
    await keys.use(phone.alert(say('error.code')).getByRole('link'));
    await expect(phone.page.getByLabel(say('join.code.label'))).toBeFocused();
  });

  await test.step('the code, the group, and in', async () => {
    await keys.press('Control+A');
    await keys.type(links.code);
    await keys.press('Enter');
    await expect(phone.heading()).toHaveText('Keys only');
    await keys.expectPlace('the code was taken');
    await keys.tabTo(phone.page.getByRole('radio', { name: say('group.preset.lived') }));
    await keys.press('Space');
    await keys.arrowTo(phone.page.getByRole('radio', { name: say('group.preset.staff'), exact: true }));
    await keys.use(phone.button('join.submit.workshop'));
    await phone.expectLobby();
    await expect(phone.heading()).toBeFocused();
  });

  await test.step('the practice question', async () => {
    await keys.use(phone.button('intro.practice.title'));
    const card = phone.page.getByRole('group', { name: say('intro.practice.question') });
    await keys.tabTo(card.getByRole('radio').first());
    await keys.press('ArrowDown');
    await expect(phone.status(say('intro.practice.done'))).toBeVisible();
    await keys.expectPlace('the practice question');
  });

  await test.step('nothing chosen is said, and leads to the first answer', async () => {
    await desk.command('open', { questions: rounds(1, ...factors) });
    await phone.expectQuestion(first);
    await expect(phone.heading()).toBeFocused();
    await keys.use(phone.button('phone.submit'));
    const summary = phone.alert(say('error.summary'));
    await expect(summary).toBeFocused();
    await keys.use(summary.getByRole('link'));
    await expect(phone.radio(first, 9)).toBeFocused();
  });

  await test.step('more time, and a reason', async () => {
    await keys.use(phone.button('phone.more_time'));
    await expect(phone.status(say('phone.more_time.sent'))).toBeVisible();
    await keys.expectPlace('more time');
    await keys.use(phone.button('phone.more_time.enough'), 'Space');
    await expect(phone.button('phone.more_time')).toBeFocused();
    await keys.fill(phone.reason(), 'Nine agencies.');
  });

  await test.step('ten answers with the arrows', async () => {
    for (const [index, factor] of factors.entries()) {
      await phone.expectQuestion(factor);
      await keys.tabTo(phone.radio(factor, 9));
      await keys.press('Space');
      await keys.arrowTo(phone.radio(factor, index === 1 ? 'dk' : 7));
      await keys.use(phone.button('phone.submit'));
      const next = factors[index + 1];
      await expect(phone.heading()).toHaveText(next === undefined ? say('phone.title') : question(next));
      await expect(phone.heading()).toBeFocused();
    }
    await phone.expectSaved(first, 7);
    await phone.expectSaved(second, 'dk');
  });

  await test.step('from the list back to one, and another answer', async () => {
    await keys.use(phone.row(second).getByRole('button'));
    await phone.expectQuestion(second);
    await expect(phone.heading()).toBeFocused();
    await keys.tabTo(phone.radio(second, 'dk'));
    await keys.arrowTo(phone.radio(second, 3), 'ArrowUp');
    await keys.use(phone.button('phone.all'));
    await expect(phone.heading()).toHaveText(say('phone.title'));
    await keys.expectPlace('the list of questions');
    await keys.use(phone.row(second).getByRole('button'));
    await expect(phone.radio(second, 3)).toBeChecked();
    await keys.use(phone.button('phone.previous'));
    await phone.expectQuestion(first);
    await expect(phone.heading()).toBeFocused();
    await keys.use(phone.button('phone.all'));
    await keys.use(phone.row(second).getByRole('button'));
    await keys.use(phone.button('phone.submit'));
    await phone.expectSaved(second, 3);
    await keys.expectPlace('another answer');
  });

  await test.step('the answers, the advice and back', async () => {
    for (const factor of factors.slice(0, 2)) await other.answer(factor, 5);
    await other.button('phone.all').click();
    await other.expectSaved(second, 5);
    await desk.command('reveal', { questions: rounds(1, first, second) });
    await expect(phone.tab('phone.tab.results')).toBeVisible();
    await keys.expectPlace('the answers are shown');
    for (const key of ['phone.tab.results', 'phone.recommendation', 'phone.tab.questions'] as const) {
      await keys.use(phone.tab(key));
      await expect(phone.tab(key)).toHaveAttribute('aria-current', 'page');
      await keys.expectPlace(key);
    }
  });

  await test.step('a second round keeps the answer with one key', async () => {
    await desk.command('open', { questions: rounds(2, first) });
    await phone.expectQuestion(first);
    await expect(phone.heading()).toBeFocused();
    await keys.use(phone.page.getByRole('button', { name: /^Keep my answer/ }));
    await phone.expectSaved(first, 7);
    await keys.expectPlace('the answer was kept');
  });

  await test.step('the language, somebody else, and the end', async () => {
    await keys.use(phone.page.getByRole('button', { name: 'Cymraeg' }));
    await keys.use(phone.page.getByRole('button', { name: 'English' }));
    await keys.expectPlace('the language');
    await keys.use(phone.button('phone.someone_else'));
    await expect(phone.button('join.submit.workshop')).toBeVisible();
    await keys.expectPlace('somebody else');
    await keys.use(phone.button('join.submit.workshop'));
    await desk.command('end');
    await expect(phone.page.getByText(say('phone.state.ended'))).toBeVisible();
    await keys.expectPlace('the end');
  });
});
