// What a screen reader is given: the tree of roles, names and states, not the markup. Each screen is
// written down as far as it matters; what is left out may change.
import { expect, test } from './states.ts';

test.setTimeout(120_000);

test('joining: one group of answers to one question, and what is kept before it', async ({ states, page }) => {
  await states.show('joining');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Crisis sanctuary, south Wales valleys" [level=1]
    - region "Before you join":
      - heading "Before you join" [level=2]
      - group: More
    - group "Choose the group you speak as today":
      - heading [level=2]
      - radio "People with lived experience" [checked=false]
      - radio "Frontline staff" [checked=false]
      - radio "Managers" [checked=false]
      - radio "Senior leaders" [checked=false]
      - radio "Partner organisations" [checked=false]
      - radio "Prefer not to say" [checked=false]
    - button "Join this workshop" [disabled=false]
  `);
  await expect(page.getByRole('group', { name: /^Choose the group/ })).toHaveAccessibleDescription(/You can leave it out/);
});

test('joining: a button that is at work says so and stays in its place', async ({ states, page }) => {
  await states.show('joining-under-way');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - button [disabled]
    - status:
      - paragraph: Joining the workshop.
  `);
});

test('joining: a problem comes first, and leads to where it is mended', async ({ states, page }) => {
  await states.show('joining-refused');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - alert "There is a problem":
      - heading "There is a problem" [level=2]
      - list:
        - listitem:
          - link /This workshop is full/
    - heading [level=1]
  `);
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeFocused();
});

test('lobby: what is going on is said, and what it is about is under headings', async ({ states, page }) => {
  await states.show('lobby');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Crisis sanctuary, south Wales valleys" [level=1]
    - paragraph: You have joined. The questions will appear here when the facilitator opens them.
    - paragraph: 18 people have joined
    - heading "The decision" [level=2]
    - heading "The background" [level=3]
    - heading "What co-production means" [level=2]
    - heading "Practice question" [level=2]:
      - button "Practice question" [expanded=false]
  `);
});

test('question: the question names its answers, which are in three bands and one without a name', async ({ states, page }) => {
  await states.show('question-chosen');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - paragraph: Question 3 of 10
    - group "Will the people with the power to decide really share it?":
      - heading "Will the people with the power to decide really share it?" [level=1]
      - group "Yes":
        - radio "Definitely yes, 9" [checked=false]
        - radio "Yes, 8" [checked=false]
        - radio "Mostly yes, 7" [checked=false]
      - group "Partly":
        - radio "Partly, more yes than no, 6" [checked]
        - radio "Partly, half and half, 5" [checked=false]
        - radio "Partly, more no than yes, 4" [checked=false]
      - group "No":
        - radio "Mostly no, 3" [checked=false]
        - radio "No, 2" [checked=false]
        - radio "Definitely no, 1" [checked=false]
      - group:
        - radio "I do not know" [checked=false]
        - radio "Does not apply here" [checked=false]
    - textbox "Why? (optional)": They listened last year, and then decided alone.
    - button "Submit answer" [disabled=false]
    - status
    - navigation "Your answers":
      - button "Previous question"
      - button "All questions"
  `);
  await expect(page.getByRole('group', { name: /^Will the people/ })).toHaveAccessibleDescription(/^Say no if they would listen/);
  await expect(page.getByRole('textbox')).toHaveAccessibleDescription(/Do not write anything that identifies anyone/);
});

test('question: nothing chosen is an error above, beside the answers and in their description', async ({ states, page }) => {
  await states.show('question');
  await page.getByRole('button', { name: 'Submit answer' }).click();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - alert "There is a problem":
      - heading "There is a problem" [level=2]
      - list:
        - listitem:
          - link "Select how far power will be shared"
    - group "Will the people with the power to decide really share it?":
      - heading [level=1]
      - paragraph: "Error: Select how far power will be shared"
      - group "Yes":
        - radio "Definitely yes, 9" [checked=false]
  `);
  await expect(page.getByRole('group', { name: /^Will the people/ })).toHaveAccessibleDescription(/Error: Select how far power will be shared$/);
  await page.getByRole('link', { name: 'Select how far power will be shared' }).click();
  await expect(page.getByRole('radio', { name: 'Definitely yes, 9' })).toBeFocused();
});

test('question: saved is said in a status, refused in an alert', async ({ states, page }) => {
  await states.show('question-saved');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - group /^Will the people/:
      - group "Yes":
        - radio "Mostly yes, 7" [checked]
    - button "Submit answer" [disabled=false]
    - status:
      - paragraph: Answer saved. You can change it until this question closes.
    - alert
  `);
  await states.show('question-refused');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - button "Submit answer"
    - status
    - alert:
      - paragraph: Your answer was not saved. That round is over, or has not begun.
  `);
});

test('question: a closed one cannot be answered, and what was written can still be read', async ({ states, page }) => {
  await states.show('question-closed-unsent');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - group /^Will the people/:
      - group "Yes":
        - radio "Definitely yes, 9" [disabled]
      - group "Partly":
        - radio "Partly, more yes than no, 6" [checked] [disabled]
    - textbox "Why? (optional)" [disabled]: They listened last year, and then decided alone.
    - button "Continue" [disabled=false]
  `);
});

test('list: each question is one button with its answer and its state', async ({ states, page }) => {
  await states.show('list');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - paragraph: 2 of 10 questions answered
    - heading "Your answers" [level=1]
    - button "Next question"
    - list:
      - listitem:
        - 'button /^1\\. Is this problem too complex .* Your answer: Yes .*Answered$/'
      - listitem:
        - button /^2\\. Do we need more trust .* Not answered$/
  `);
});

test('results: a picture is a list of words and numbers, with one’s own answer marked', async ({ states, page }) => {
  await states.show('results-focus');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - navigation "Parts of the workshop":
      - list:
        - listitem:
          - button "Answers"
        - listitem:
          - button "The advice"
    - heading "The picture of answers" [level=1]
    - heading "Is this problem too complex for services to solve alone?" [level=2]
    - list:
      - /children: equal
      - listitem: "Definitely yes: 8 people"
      - listitem: "Yes: 11 people Your answer"
      - listitem: "Mostly yes: 3 people"
      - listitem: "Partly, more yes than no: 2 people"
      - listitem: "Partly, half and half: 0 people"
      - listitem: "Partly, more no than yes: 0 people"
      - listitem: "Mostly no: 0 people"
      - listitem: "No: 0 people"
      - listitem: "Definitely no: 0 people"
    - list:
      - listitem: "Middle answer: Yes"
    - group: How this is worked out
    - heading "Reasons people gave" [level=3]
    - heading "Before, in round 1" [level=3]
    - heading "The other answers" [level=2]
  `);
  await expect(page.getByRole('button', { name: 'Answers', exact: true })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('button', { name: 'The advice' })).not.toHaveAttribute('aria-current');
});

test('advice: what, whether it is sure, and where on the ladder come before why', async ({ states, page }) => {
  await states.show('advice');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - 'heading /^First: .* Then co-produce\\.$/ [level=1]'
    - paragraph: A small shift on one question would not change this.
    - list:
      - /children: equal
      - listitem: Co-produce
      - listitem: Co-produce, once the conditions are met The advice
      - listitem: Design part of it together
      - listitem: Consult or engage instead
      - listitem: Inform for now
    - heading "Why" [level=2]
    - heading "What has to be in place" [level=2]
    - heading /^To reach/ [level=3]
    - heading "Look out for" [level=2]
    - heading [level=3]
    - heading "Each group's own view" [level=2]
    - heading "What would change it" [level=2]
    - group: How the advice is made
  `);
  await expect(page.getByRole('listitem').filter({ hasText: /met.*The advice/ })).toHaveAttribute('aria-current', 'true');
});

test('ended: that it is over is said first, and what the group decided has its own part', async ({ states, page }) => {
  await states.show('ended');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - status:
      - paragraph: This workshop has ended. Thank you for taking part.
    - 'heading "You decided: Design part of it together." [level=1]'
    - region "What the group decided":
      - heading "What the group decided" [level=2]
      - paragraph: "Power is shared in: design and delivery"
  `);
});
