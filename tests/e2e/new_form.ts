// The form for a new workshop, as a person fills it in: by the labels of its fields.
import { expect, type Locator, type Page } from '@playwright/test';

import { say } from './words.ts';

export class NewForm {
  constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto(`${this.origin}/new`);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(say('new.title'));
  }

  field(key: string, language?: 'en' | 'cy', within: Locator | Page = this.page): Locator {
    const label = say(key);
    const name = language === undefined ? label : say('new.text.language', { label, language: say(`new.language.${language}`) });
    return within.getByLabel(name, { exact: true });
  }

  button(key: string): Locator {
    return this.page.getByRole('button', { name: say(key), exact: true });
  }

  choice(key: string): Locator {
    return this.page.getByRole('radio', { name: say(key) });
  }

  async more(): Promise<void> {
    await this.page.getByText(say('new.more'), { exact: true }).click();
  }

  async chooseBothLanguages(): Promise<void> {
    await this.page.getByRole('radio', { name: say('new.language.two', { a: say('new.language.cy'), b: say('new.language.en') }) }).check();
  }

  /** The questions, each with its buttons and, while it is changed, its fields. */
  questions(): Locator {
    return this.page.getByRole('region', { name: say('new.factors.title') }).getByRole('list').first().locator('> li');
  }

  question(words: string): Locator {
    return this.questions().filter({ hasText: words });
  }

  /** One of the buttons of a question. */
  act(key: string, question: string): Locator {
    return this.page.getByRole('button', { name: say('new.factors.name', { action: say(key), question }), exact: true });
  }

  /** The summary has the focus, and leads to the field that says the same. */
  async expectProblem(sentence: string, field: Locator): Promise<void> {
    const summary = this.page.getByRole('alert').filter({ hasText: say('error.summary') });
    await expect(summary).toBeFocused();
    await expect(field).toHaveAccessibleDescription(new RegExp(sentence.replace(/[.?]/g, '\\$&')));
    await summary.getByRole('link', { name: sentence, exact: true }).click();
    await expect(field).toBeFocused();
  }

  async create(): Promise<void> {
    await this.button('new.submit').click();
  }
}
