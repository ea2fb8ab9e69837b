// Behind a proxy that lets no WebSocket through, everything works all the same.
import { expect, test } from './people.ts';
import { backWithinMs, serverAway } from './watch.ts';
import { factors, say } from './words.ts';

const [first] = factors;
/** What the browser says of a refused upgrade. */
const refused = /WebSocket connection to .* failed/;

test('a phone behind such a proxy joins, answers and sees the answers', async ({ people }) => {
  const desk = await people.facilitator();
  const { code } = await desk.begin('No sockets');
  const gate = await people.gate();
  gate.noSockets = true;
  const phone = await people.phone(gate);
  phone.watch.expectComplaint(refused);
  await phone.scan(code);
  await phone.join();
  await phone.expectLobby();
  await desk.expectCounts({ joined: 1, connected: 1, answered: '–' });

  await desk.press(first, say('desk.open_one', { n: 1 }));
  await phone.answer(first, 8);
  await phone.expectSaved(first, 8);
  await desk.expectAnswered(first, 1, 1);

  await test.step('an answer given without a network is kept, and sent once there is one again', async () => {
    phone.watch.expectComplaint(serverAway);
    gate.cut();
    await phone.row(first).click();
    await phone.choose(first, 3);
    await phone.submit();
    gate.mend();
    await expect(phone.row(first)).toContainText(say('phone.question.saved'), { timeout: backWithinMs });
    await phone.expectSaved(first, 3);
  });
});
