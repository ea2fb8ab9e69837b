// The person who runs the workshop, at the pages /new and /desk.
import { expect, type Download, type Locator, type Page } from '@playwright/test';

import type { Watch } from './watch.ts';
import { question, say, type Factor } from './words.ts';

export interface Links {
  readonly code: string;
  /** What the link to join, and its picture, have after the #: the code and the key. */
  readonly link: string;
  readonly desk: string;
  readonly codesk: string;
  readonly wall: string;
}

export interface Counts {
  readonly joined: number;
  readonly connected: number;
  /** As it is written: "3 of 6", or "–" while nothing is open. */
  readonly answered: string;
}

export class Facilitator {
  constructor(
    readonly page: Page,
    readonly watch: Watch,
    private readonly origin: string,
  ) {}

  /** Makes a workshop from its title, all else being left as it is, and returns what the page shows. */
  async create(title: string): Promise<Links> {
    await this.page.goto(`${this.origin}/new`);
    await this.page.getByLabel(say('new.field.title.label')).fill(title);
    await this.page.getByRole('button', { name: say('new.submit'), exact: true }).click();
    return this.readLinks();
  }

  async readLinks(): Promise<Links> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(say('new.created.title'));
    // The links are for other computers; here the server is reached where the test reaches it.
    const link = async (key: string): Promise<string> => {
      const { pathname, hash } = new URL(await this.page.getByLabel(say(key), { exact: true }).inputValue());
      return this.origin + pathname + hash;
    };
    const field = this.page.getByLabel(say('links.message.label'), { exact: true });
    await expect(field, 'the invitation has come').toHaveValue(/#[A-Z0-9]{6}-/);
    const message = await field.inputValue();
    const [, shared = '', code = ''] = /#(([A-Z0-9]{6})-[A-Z2-7]{16}) /.exec(message) ?? [];
    return {
      code,
      link: shared,
      desk: await link('links.facilitator'),
      codesk: await link('links.cofacilitator'),
      wall: await link('links.wall'),
    };
  }

  /** As the page writes it, in groups. */
  async recoveryCode(): Promise<string> {
    return this.page.getByLabel(say('links.recovery'), { exact: true }).inputValue();
  }

  /** Creates a workshop and goes on to its desk. */
  async begin(title: string): Promise<Links> {
    const links = await this.create(title);
    await this.page.getByRole('link', { name: say('links.open_desk') }).click();
    await this.expectDesk(title);
    return links;
  }

  /** Opens a desk's link, as on another computer. */
  async open(link: string): Promise<void> {
    await this.page.goto(link);
    await expect(this.next()).toBeVisible();
  }

  /** Goes to one of the parts that are not always needed, by the key of its name. */
  async show(key: string): Promise<void> {
    const parts = this.page.getByRole('navigation', { name: say('desk.parts') });
    await parts.getByRole('button', { name: say(key), exact: true }).click();
  }

  /** Presses the one action that the desk puts first, or a smaller one beside it. */
  async go(key: string, values: Record<string, number | string> = {}): Promise<void> {
    await this.next().getByRole('button', { name: say(key, values), exact: true }).click();
  }

  /** Somebody in the list of people, by the words their phone shows. */
  person(alias: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: alias }) });
  }

  async expectDesk(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(title);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** What everybody sees, and the way to it. */
  wall(): Locator {
    return this.page.getByRole('region', { name: say('desk.wall'), exact: true });
  }

  /** The one action that the desk puts first. */
  next(): Locator {
    return this.page.getByRole('region', { name: say('desk.next') });
  }

  async openAll(): Promise<void> {
    await this.next().getByRole('button', { name: say('desk.open_all', { n: 10 }), exact: true }).click();
  }

  /** Closes what is open and shows its answers; the button says how many have answered everything. */
  async revealAll(answered: number, joined: number): Promise<void> {
    await this.next().getByRole('button', { name: say('desk.reveal_all', { answered, joined }), exact: true }).click();
  }

  /** A question in the list of all, with what can be done with it alone. */
  row(factor: Factor): Locator {
    return this.page.getByRole('region', { name: say('desk.questions') }).getByRole('listitem').filter({
      has: this.page.getByRole('heading', { name: question(factor) }),
    });
  }

  async press(factor: Factor, name: string): Promise<void> {
    await this.row(factor).getByRole('button', { name, exact: true }).click();
  }

  async expectAnswered(factor: Factor, answered: number, joined: number): Promise<void> {
    await expect(this.row(factor)).toContainText(say('count.answered_of', { answered, joined }));
  }

  /** `within` is for the connected, who may have to come back first. */
  async expectCounts({ joined, connected, answered }: Counts, within?: number): Promise<void> {
    await expect(this.count(say('count.label.joined'))).toHaveText(String(joined));
    const wait = within === undefined ? {} : { timeout: within };
    await expect(this.count(say('count.label.connected'))).toHaveText(String(connected), wait);
    await expect(this.answered()).toHaveText(answered);
  }

  /** How many have answered everything that is open, as it is written. */
  answered(): Locator {
    return this.count(/^Answered/);
  }

  advice(): Locator {
    return this.page.getByRole('region', { name: say('result.title'), exact: true });
  }

  async askToEnd(): Promise<void> {
    await this.endButton().click();
    await expect(this.page.getByRole('heading', { name: say('desk.confirm.title') })).toBeFocused();
  }

  async confirmEnd(): Promise<void> {
    await this.endButton().click();
    await expect(this.page.getByText(say('desk.state.ended'))).toBeVisible();
  }

  async end(): Promise<void> {
    await this.askToEnd();
    await this.confirmEnd();
  }

  /** Saves the record; it comes as a download. */
  async saveRecord(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.next().getByRole('button', { name: say('desk.save_transcript'), exact: true }).click();
    return download;
  }

  /** Of the part about ending; what it shows when asked becomes the button that does it. */
  private endButton(): Locator {
    const part = this.page.getByRole('region', { name: say('desk.end') });
    return part.getByRole('button', { name: say('desk.end'), exact: true });
  }

  private count(label: string | RegExp): Locator {
    return this.page
      .getByRole('region', { name: say('desk.counts') })
      .locator('div', { has: this.page.getByRole('term').filter({ hasText: label }) })
      .getByRole('definition');
  }
}
