// A workshop from the first click to the saved record, with everybody who takes part.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expectNothingOfOthers, expectOnlyOwn, expectPublished } from './secrecy.ts';
import { expect, test } from './people.ts';
import type { Answers } from './phone.ts';
import { program } from './server.ts';
import { answerWords, factors, say, type Rating } from './words.ts';

const title = 'Crisis sanctuary';
const groups = ['lived', 'carers', 'staff', 'managers', 'leaders', 'unsaid'];

/** Everybody says yes, each in a way of their own, but there is no time: part of it can be shared. */
const reasons: readonly Rating[] = [7, 8, 9, 8, 7, 9];
const times: readonly Rating[] = [1, 2, 3, 2, 1, 3];
const advised = 2;

const ballots = groups.map((_, index): Answers => {
  const usual = reasons[index] ?? 'dk';
  const answers = Object.fromEntries(factors.map((factor) => [factor, usual])) as Record<string, Rating>;
  // One person does not know about the law, and one finds that new ideas are beside the point.
  return {
    ...(answers as Answers),
    time: times[index] ?? 'dk',
    ...(index === 1 ? { legal: 'dk' as const } : {}),
    ...(index === 3 ? { innovation: 'na' as const } : {}),
  };
});

test('six people answer ten questions, see the advice, and the saved record proves it', async ({ people }) => {
  const desk = await people.facilitator();
  const links = await desk.begin(title);
  const wall = await people.wall(links);
  await expect(wall.page.getByText(links.code).first()).toBeVisible();
  await expect(desk.page.getByRole('region', { name: say('desk.next') }).getByText(say('count.joined', { n: 0 }))).toBeVisible();

  const phones = await Promise.all(groups.map(() => people.phone()));
  await Promise.all(
    phones.map(async (phone, index) => {
      if (index === 0) {
        await phone.openHome();
        await phone.typeCode(`${links.code.slice(0, 3).toLowerCase()} ${links.code.slice(3)}`);
      } else {
        await phone.scan(links.code);
      }
      await phone.join(groups[index]);
      await phone.expectLobby();
    }),
  );
  await desk.expectCounts({ joined: 6, connected: 6, answered: '–' });

  await desk.openAll();
  await Promise.all(phones.map((phone) => phone.expectQuestion('social_complexity')));
  await expect(wall.page.getByText(say('wall.voting'))).toBeVisible();
  const few = say('desk.too_few.answered', { k: 5 }); // so long as it is so
  const before = { desk: (await desk.page.innerText('main')).replace(few, ''), wall: await wall.page.innerText('main') };
  await Promise.all(phones.map((phone, index) => phone.answerAll(ballots[index] as Answers)));
  await desk.expectCounts({ joined: 6, connected: 6, answered: say('ui.of', { n: 6, all: 6 }) });

  await test.step('before the reveal nobody is shown or sent a rating of anybody else', async () => {
    await expectNothingOfOthers(desk, before.desk);
    await expectNothingOfOthers(wall, before.wall);
    for (const [index, phone] of phones.entries()) await expectOnlyOwn(phone, ballots[index] as Answers);
  });

  await desk.revealAll(6, 6);
  const advice = say(`level.${advised}.title`);
  await expect(desk.advice().getByRole('heading', { name: advice, exact: true })).toBeVisible();
  await expect(wall.heading()).toHaveText(advice);
  for (const [index, phone] of phones.entries()) {
    await expect(phone.heading()).toHaveText(advice);
    await phone.tab('phone.tab.results').click();
    const own = say('answer.yours.is', { label: answerWords('legal', (ballots[index] as Answers).legal) });
    await expect(phone.results('legal').getByText(own).filter({ visible: true })).toHaveCount(1);
  }
  await expect(desk.row('time')).toContainText(say('desk.question.revealed'));
  // What nobody was sent before the reveal everybody is sent with it: the watch does see it.
  for (const { watch } of [desk, wall, ...phones]) expectPublished(watch);

  await desk.end();
  for (const phone of phones) {
    await phone.tab('phone.recommendation').click();
    await expect(phone.page.getByText(say('phone.state.ended'))).toBeVisible();
  }
  await expect(wall.page.getByText(say('wall.ended'))).toBeVisible();

  const download = await desk.saveRecord();
  expect(download.suggestedFilename()).toMatch(/\.quorate\.json$/);
  await expect(desk.page.getByText(say('desk.saved_transcript', { file: download.suggestedFilename() }))).toBeVisible();
  const file = join(test.info().outputDir, download.suggestedFilename());
  await download.saveAs(file);
  const replay = await promisify(execFile)(program, ['replay', file]);
  const result = JSON.parse(replay.stdout) as { level: number };
  expect(result.level).toBe(advised);
  expect(replay.stderr).toContain(say('cli.replay.same'));
});
