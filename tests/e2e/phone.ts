// A participant's phone, as a person uses it: by what is written on it.
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

import type { Watch } from './watch.ts';
import { answerName, answerWords, factors, numberOf, question, say, type Factor, type Rating } from './words.ts';

export type Answers = Readonly<Record<Factor, Rating>>;

export class Phone {
  constructor(
    readonly page: Page,
    readonly watch: Watch,
    readonly context: BrowserContext,
    private readonly origin: string,
  ) {}

  heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** A polite sentence anywhere on the page. */
  status(sentence: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: sentence });
  }

  alert(sentence: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: sentence });
  }

  button(key: string): Locator {
    return this.page.getByRole('button', { name: say(key), exact: true });
  }

  /** By what a link has after the #: the code and the key, or the code alone. */
  async scan(link: string): Promise<void> {
    await this.page.goto(`${this.origin}/#${link}`);
  }

  /** Opens an invitation, which is good for one person. */
  async openInvitation(code: string, invitation: string): Promise<void> {
    await this.page.goto(`${this.origin}/#${code}.${invitation}`);
  }

  async openHome(): Promise<void> {
    await this.page.goto(`${this.origin}/`);
  }

  async typeCode(code: string): Promise<void> {
    await this.page.getByLabel(say('join.code.label')).fill(code);
    await this.button('join.submit').click();
  }

  /** Joins as one of this group; `group` is the end of the preset's key. */
  async join(group = 'unsaid'): Promise<void> {
    const words = say(`group.preset.${group}`);
    await this.page.getByRole('radio', { name: words, exact: true }).check();
    await this.button('join.submit.workshop').click();
  }

  async expectLobby(): Promise<void> {
    await expect(this.page.getByText(say('phone.state.waiting'))).toBeVisible();
  }

  /** The field for a reason in own words. */
  reason(): Locator {
    return this.page.getByLabel(say('phone.reason.label'), { exact: true });
  }

  /** Two words that only this phone and the desk show. */
  async alias(): Promise<string> {
    const [before = '', after = ''] = say('phone.alias', { alias: '|' }).split('|');
    const shown = await this.page.getByText(before).textContent();
    return (shown ?? '').slice(before.length, -after.length);
  }

  radio(factor: Factor, rating: Rating): Locator {
    return this.page.getByRole('radio', { name: answerName(factor, rating), exact: true });
  }

  async expectQuestion(factor: Factor): Promise<void> {
    await expect(this.heading()).toHaveText(question(factor));
  }

  async choose(factor: Factor, rating: Rating): Promise<void> {
    await this.expectQuestion(factor);
    await this.radio(factor, rating).check();
  }

  async submit(): Promise<void> {
    await this.button('phone.submit').click();
  }

  async answer(factor: Factor, rating: Rating): Promise<void> {
    await this.choose(factor, rating);
    await this.submit();
  }

  /** Answers the ten, one after the other, and waits until the last one is saved. */
  async answerAll(answers: Answers): Promise<void> {
    for (const factor of factors) await this.answer(factor, answers[factor]);
    await expect(this.heading()).toHaveText(say('phone.title'));
    for (const factor of factors) await this.expectSaved(factor, answers[factor]);
  }

  /** The row of a question in the list of all questions. */
  row(factor: Factor): Locator {
    return this.page.getByRole('listitem').filter({ hasText: question(factor) });
  }

  async expectSaved(factor: Factor, rating: Rating): Promise<void> {
    await expect(this.row(factor)).toContainText(say('phone.question.saved'));
    await expect(this.row(factor)).toContainText(
      say('answer.yours.is', { label: answerWords(factor, rating) }),
    );
  }

  /** The sentence about an answer, as it is shown once the phone has gone on to the next question. */
  about(factor: Factor, key: string): Locator {
    const number = say('factor.number', { n: numberOf(factor), all: factors.length });
    return this.status(`${number}. ${say(key)}`);
  }

  /** What everybody answered to a question, among the answers that are shown. */
  results(factor: Factor): Locator {
    const heading = this.page.getByRole('heading', { name: question(factor), exact: true });
    return this.page.locator('section', { has: heading });
  }

  tab(key: 'phone.tab.questions' | 'phone.tab.results' | 'phone.recommendation'): Locator {
    return this.page
      .getByRole('navigation', { name: say('phone.parts') })
      .getByRole('button', { name: say(key), exact: true });
  }
}
