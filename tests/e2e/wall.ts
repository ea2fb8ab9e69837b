// The screen that everybody sees.
import type { Locator, Page } from '@playwright/test';

import type { Watch } from './watch.ts';

export class Wall {
  constructor(
    readonly page: Page,
    readonly watch: Watch,
  ) {}

  text(words: string | RegExp): Locator {
    return this.page.getByText(words);
  }

  heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }
}
