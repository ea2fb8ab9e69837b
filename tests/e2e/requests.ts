// What a page asks for, when, and what it weighs as it is sent.
import { test, type Page, type Request, type Route } from '@playwright/test';

export interface Fetched {
  readonly path: string;
  readonly bytes: number;
}

const pathOf = (request: Request): string => new URL(request.url()).pathname;

/** Notes every request of a page; what they weighed is told once they are over. */
export function noteRequests(page: Page): () => Promise<Fetched[]> {
  const finished: Request[] = [];
  page.on('requestfinished', (request) => finished.push(request));
  return () =>
    Promise.all(
      finished.map(async (request) => ({
        path: pathOf(request),
        bytes: (await request.sizes()).responseBodySize,
      })),
    );
}

export const total = (fetched: readonly Fetched[]): number => fetched.reduce((sum, { bytes }) => sum + bytes, 0);

/** Puts the figures into the test's output and its report, whether it passes or not. */
export function tell(title: string, lines: readonly string[]): void {
  console.log([`${title}:`, ...lines.map((line) => `  ${line}`)].join('\n'));
  test.info().annotations.push({ type: title, description: lines.join('\n') });
}

/** The heaviest first, each with its share of the limit; then all of them. */
export function tellBytes(title: string, fetched: readonly Fetched[], limit: number): void {
  const line = (bytes: number, name: string) =>
    `${String(bytes).padStart(6)} B ${((bytes / limit) * 100).toFixed(1).padStart(5)} %  ${name}`;
  const heaviest = [...fetched].sort((a, b) => b.bytes - a.bytes);
  const sum = total(fetched);
  tell(title, [
    ...heaviest.map(({ bytes, path }) => line(bytes, path)),
    line(sum, `of ${limit} B; ${limit - sum} B are left`),
  ]);
}

/** Keeps what a page asks for waiting until it is let go: what is asked for meanwhile needed none of it. */
export class Held {
  readonly asked: string[] = [];
  private readonly waiting: Route[] = [];
  private open = false;

  /** From here on, requests of the page for paths of which `which` holds. */
  static async from(page: Page, which: (path: string) => boolean): Promise<Held> {
    const held = new Held();
    await page.route('**/*', async (route) => {
      const path = pathOf(route.request());
      if (held.open || !which(path)) return route.fallback();
      held.asked.push(path);
      held.waiting.push(route);
    });
    return held;
  }

  async letGo(): Promise<void> {
    this.open = true;
    await Promise.all(this.waiting.splice(0).map((route) => route.continue()));
  }
}
