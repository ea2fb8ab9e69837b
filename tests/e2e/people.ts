// Everybody who takes part in a test, each with a browser context of their own. Whoever is here is
// watched: a test fails if a browser complained of anything that the test did not cause.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

import { createdWorkshop, DeskSocket, type Wish } from './desk_socket.ts';
import { Facilitator, type Links } from './facilitator.ts';
import { Gate } from './gate.ts';
import { Phone } from './phone.ts';
import { Server, test as base } from './server.ts';
import { Wall } from './wall.ts';
import { Watch } from './watch.ts';

const phoneSize = { width: 390, height: 844 };
const laptopSize = { width: 1280, height: 800 };
const wallSize = { width: 1920, height: 1080 };

export class People {
  private readonly contexts: BrowserContext[] = [];
  private readonly gates: Gate[] = [];
  private readonly watches: Watch[] = [];
  private phones = 0;

  constructor(
    private readonly browser: Browser,
    private readonly server: Server,
  ) {}

  async facilitator(): Promise<Facilitator> {
    const { page, watch } = await this.arrive('the desk', { viewport: laptopSize });
    return new Facilitator(page, watch, this.server.address);
  }

  /** Makes a workshop without the pages for it. */
  workshop(wish: Wish): Promise<Links> {
    return createdWorkshop(this.server.address, wish);
  }

  /** The facilitator's commands without the desk's page. */
  async deskSocket(links: Links): Promise<DeskSocket> {
    const { page } = await this.arrive('the desk without its page', { viewport: laptopSize });
    return DeskSocket.open(page, links);
  }

  async wall(links: Links): Promise<Wall> {
    const { page, watch } = await this.arrive('the wall', { viewport: wallSize });
    await page.goto(links.wall);
    return new Wall(page, watch);
  }

  /** A phone; `through` is its way to the server, if that is to go bad. */
  async phone(through?: Gate, options: BrowserContextOptions = {}): Promise<Phone> {
    this.phones += 1;
    const origin = through?.address ?? this.server.address;
    const who = `phone ${this.phones}`;
    const { context, page, watch } = await this.arrive(who, { viewport: phoneSize, hasTouch: true, ...options }, origin);
    return new Phone(page, watch, context, origin);
  }

  /** `count` phones that have joined, one after the other in these groups. */
  async crowd(count: number, code: string, groups: readonly string[] = ['unsaid']): Promise<Phone[]> {
    const crowd = await Promise.all(Array.from({ length: count }, () => this.phone()));
    await Promise.all(
      crowd.map(async (phone, index) => {
        await phone.scan(code);
        await phone.join(groups[index % groups.length]);
        await phone.expectLobby();
      }),
    );
    return crowd;
  }

  /** One more tab of the same phone. */
  async secondTab(phone: Phone, through?: Gate): Promise<Phone> {
    const origin = through?.address ?? this.server.address;
    const page = await phone.context.newPage();
    const watch = await this.watched(page, 'a second tab', origin);
    return new Phone(page, watch, phone.context, origin);
  }

  async gate(): Promise<Gate> {
    const gate = await Gate.to(Number(new URL(this.server.address).port));
    this.gates.push(gate);
    return gate;
  }

  expectQuiet(): void {
    for (const watch of this.watches) watch.expectQuiet();
  }

  async leave(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
    await Promise.all(this.gates.map((gate) => gate.dispose()));
  }

  private async arrive(
    who: string,
    options: BrowserContextOptions,
    origin: string = this.server.address,
  ): Promise<{ context: BrowserContext; page: Page; watch: Watch }> {
    const context = await this.browser.newContext({ locale: 'en-GB', acceptDownloads: true, ...options });
    this.contexts.push(context);
    const page = await context.newPage();
    return { context, page, watch: await this.watched(page, who, origin) };
  }

  private async watched(page: Page, who: string, origin: string): Promise<Watch> {
    // A page that shows what it will not show again asks before it is left: these people mean to go.
    page.on('dialog', (dialog) => void (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()));
    const watch = await Watch.over(page, who, origin);
    this.watches.push(watch);
    return watch;
  }
}

/** Playwright's test with a server and people of each test's own. */
export const test = base.extend<{ people: People }>({
  people: async ({ browser, server }, use) => {
    const people = new People(browser, server);
    try {
      await use(people);
      people.expectQuiet();
    } finally {
      await people.leave();
    }
  },
});

export { expect } from '@playwright/test';
