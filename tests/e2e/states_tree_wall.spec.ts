// What a screen reader finds on the wall.
import { expect, test } from './states.ts';

test.setTimeout(120_000);

test('wall: the question, its answers, how many have answered, and how to join', async ({ states, page }) => {
  await states.show('wall-question');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Will the people with the power to decide really share it?" [level=1]
    - list "The answers to choose from":
      - listitem: /^Definitely yes 9/
    - paragraph: 14 of 18 have answered
    - complementary:
      - img "QR picture that opens 192.168.1.20:8080 with the code FHK247"
    - status
  `);
});

test('wall: the results in words and numbers under one heading after another', async ({ states, page }) => {
  await states.show('wall-reveal-reasons');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Is this problem too complex for services to solve alone?" [level=1]
    - list:
      - listitem: "Definitely yes: 8 people"
    - list:
      - listitem: "Middle answer: Yes"
    - table "The picture of answers":
      - rowgroup:
        - row:
          - columnheader "Yes"
          - columnheader "Partly"
          - columnheader "No"
      - rowgroup:
        - row:
          - 'rowheader "Round 2: 24"'
          - cell
          - cell "22"
          - cell "2"
          - cell "0"
        - row:
          - 'rowheader "Round 1: 19"'
    - heading /^Reasons people gave/ [level=2]
    - heading "Round 2" [level=3]
    - heading "Round 1" [level=3]
  `);
  await states.show('wall-advice');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - 'heading /^First: .* Then co-produce\\.$/ [level=1]'
    - paragraph: A small shift on one question would not change this.
    - table "The picture of answers":
      - rowgroup:
        - row:
          - rowheader "how complex this is"
          - cell
          - cell "22"
          - cell "2"
          - cell "0"
    - list:
      - listitem: Co-produce
      - listitem: Co-produce, once the conditions are met The advice
  `);
});
