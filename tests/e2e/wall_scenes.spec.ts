// The wall follows what the desk looks at, and nothing that this wall happened to see.
import { rounds } from './desk_socket.ts';
import { expectLegibleOnWall, expectWallFits } from './checks.ts';
import { expect, test } from './people.ts';
import { factors, question, say } from './words.ts';

test('the wall shows what everybody looks at, the same after a reload', async ({ people }) => {
  const links = await people.workshop({ title: 'The wall', min_group: 2, open: true });
  const desk = await people.deskSocket(links);
  const wall = await people.wall(links);
  const phones = await people.crowd(2, links.code);
  await expect(wall.text(say('count.joined', { n: 2 }))).toBeVisible();

  await test.step('all open: the list with counts', async () => {
    await desk.command('open', { questions: rounds(1, ...factors) });
    await expect(wall.heading()).toHaveText(say('wall.voting'));
    for (const factor of factors) await expect(wall.text(question(factor))).toBeVisible();
  });

  await test.step('one of them looked at: its options and its count alone', async () => {
    await desk.command('focus', { factor: 'power' });
    await expect(wall.heading()).toHaveText(question('power'));
    await wall.page.reload();
    await expect(wall.heading()).toHaveText(question('power'));
    await Promise.all(phones.map((phone) => phone.answer('social_complexity', 7)));
    await expect(wall.text(say('count.answered_of', { answered: 0, joined: 2 }))).toBeVisible();
  });

  await test.step('somebody without a phone is counted, and that is said', async () => {
    await desk.proxy();
    await expect(wall.text(say('count.answered_of', { answered: 0, joined: 3 }))).toBeVisible();
    await expect(wall.text(say('count.proxies', { n: 1 }))).toBeVisible();
  });

  await test.step('paused, and with a timer', async () => {
    await desk.command('pause', { paused: true });
    await expect(wall.text(say('wall.paused'))).toBeVisible();
    await desk.command('pause', { paused: false });
    await desk.command('timer', { ends_ms: Date.now() + 300_000 });
    await expect(wall.page.getByRole('timer')).toBeVisible();
    await desk.command('timer');
    await expect(wall.page.getByRole('timer')).toHaveCount(0);
  });

  await test.step('shown: the answers of what is looked at', async () => {
    await desk.command('reveal', { questions: rounds(1, 'social_complexity') });
    await desk.command('focus', { factor: 'social_complexity' });
    await expect(wall.heading()).toHaveText(question('social_complexity'));
    await expect(wall.text(new RegExp(say('wall.results')))).toBeVisible();
    await wall.page.reload();
    await expect(wall.heading()).toHaveText(question('social_complexity'));
    await expectLegibleOnWall(wall.page, 'reveal');
    await expectWallFits(wall.page, 'reveal');
  });

  await test.step('the end: the advice and what the group decided', async () => {
    await desk.command('decide', { approach: 1, shared: [], name: 'Listening first' });
    await desk.command('end');
    await expect(wall.heading()).toHaveText(say('result.decided.approach', { approach: say('level.1.name') }));
    await expect(wall.text(say('result.decision.name', { name: 'Listening first' }))).toBeVisible();
    await expect(wall.text(say('wall.ended'))).toBeVisible();
    await expect(wall.page.getByRole('button')).toHaveCount(0);
    // Nobody is invited any more.
    await expect(wall.text(links.code)).toHaveCount(0);
    await expect(wall.page.getByRole('img')).toHaveCount(0);
  });
});

test('a new code is on the wall at once, with its picture', async ({ people, server }) => {
  const links = await people.workshop({ title: 'New code' });
  const wall = await people.wall(links);
  await expect(wall.text(links.code)).toBeVisible();
  const [workshop, token] = new URL(links.desk).hash.slice(1).split('.');
  const answer = await fetch(`${server.address}/api/workshops/${workshop}/code`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  const { code } = (await answer.json()) as { readonly code: string };
  await expect(wall.text(code)).toBeVisible();
  await expect(wall.text(links.code)).toHaveCount(0);
  await expect(wall.page.getByRole('img', { name: new RegExp(code) })).toBeVisible();
});
