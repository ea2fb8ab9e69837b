// What a screen reader is given at the desk: roles, names and states. Each screen is written down as far as it matters;
// what is left out may change.
import { expect, test } from './states.ts';

test.setTimeout(120_000);

test('desk in the lobby: counts have names, and the next step is one button', async ({ states, page }) => {
  await states.show('desk-lobby');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Crisis sanctuary, south Wales valleys" [level=1]
    - region "People":
      - term: Joined
      - definition: "18"
      - term: Here now
      - definition: "15"
    - region "Next step":
      - heading "Next step" [level=2]
      - button "Open all 10 questions" [disabled=false]
    - region "The wall":
      - paragraph: "On the wall: the code to join"
      - link "Open the wall"
    - region "Time and pause":
      - group "Timer":
        - heading "Timer" [level=3]
        - button "2 minutes"
    - navigation "Parts of the desk":
      - list:
        - listitem:
          - button "Questions"
    - region "Questions":
      - heading "Questions" [level=2]
      - list:
        - listitem:
          - heading /^1 Is this problem too complex/ [level=3]
          - button "Open question 1"
  `);
  await expect(page.getByRole('button', { name: 'Questions', exact: true })).toHaveAttribute('aria-current', 'page');
});

test('desk with open questions: each button says which question it is for', async ({ states, page }) => {
  await states.show('desk-open');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - region "Next step":
      - 'button "Close all and show answers: 1 of 18 finished"'
      - button "One more minute"
    - group: /^Help somebody.*1 person needs more time$/
    - region "Time and pause":
      - group "Timer":
        - timer
    - status: Another desk is open. Both see the same.
    - region "Questions":
      - list:
        - listitem:
          - 'button "Show answers to question 1: 14 of 18 have answered"'
          - 'button "Close question 1: 14 of 18 have answered"'
          - group: More Question 1 of 10
        - listitem:
          - 'button "Show answers to question 2: 14 of 18 have answered"'
  `);
});

test('desk with answers: what to talk about, and the advice in a part of its own', async ({ states, page }) => {
  await states.show('desk-revealed');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - region "Next step":
      - heading "Next step" [level=2]
      - button "Show question 3 and talk"
      - paragraph: Will the people with the power to decide really share it?
      - button "Show question 5 and talk"
      - button "Go on to the decision"
    - region "The wall":
      - paragraph: "On the wall: that you do not agree"
    - region "Questions":
      - list:
        - listitem:
          - heading [level=3]
          - group: All nine answers
    - region "The advice so far":
      - heading /^You do not agree/ [level=2]
  `);
});

test('desk, decision: nothing is chosen for the group', async ({ states, page }) => {
  await states.show('desk-decision');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - region "What the group decided":
      - heading "What the group decided" [level=2]
      - group "What did you decide?":
        - radio "Co-produce" [checked=false]
        - radio "Co-produce, once the conditions are met" [checked=false]
        - radio "Design part of it together" [checked=false]
        - radio "Consult or engage instead" [checked=false]
        - radio "Inform for now" [checked=false]
        - radio "We do not agree" [checked=false]
      - textbox "What will you call it?"
      - textbox "When will you look again?"
      - button "Record the decision"
  `);
  await page.getByRole('radio', { name: 'Co-produce, once the conditions are met' }).check();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - region "What the group decided":
      - group "Where will people share power?":
        - checkbox "Design" [checked=false]
        - checkbox "Decisions" [checked=false]
        - checkbox "Delivery" [checked=false]
        - checkbox "Nowhere" [checked=false]
      - 'group "To do first: find money and people"':
        - textbox "Who?"
        - textbox "By when?"
  `);
  await page.getByRole('radio', { name: 'We do not agree' }).check();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - region "What the group decided":
      - textbox "One view"
      - textbox "Another view"
      - textbox "What happens now, and who does it?"
  `);
});

test('desk, people: a table with heads of rows and columns, whose buttons name their person', async ({ states, page }) => {
  const people = `
    - region "Who is here":
      - heading "Who is here" [level=2]
      - textbox "Find a person or a group"
      - table:
        - rowgroup:
          - row:
            - columnheader "Name on their phone"
            - columnheader "Here"
            - columnheader "Group"
            - columnheader "Answered"
        - rowgroup:
          - row:
            - rowheader "Skilled apple"
            - cell "Now"
            - cell "People with lived experience"
            - cell "0 of 10"
            - cell:
              - button "Change Skilled apple" [expanded=false]
  `;
  await states.show('desk-people');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(people);
  // Narrow windows show it as blocks: to a reader it is still the same table.
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.getByRole('main')).toMatchAriaSnapshot(people);
});
