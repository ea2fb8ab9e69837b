// What the service worker answers: pages from the server whenever it can be reached, so that nobody meets a
// workshop with an old page; without a server the page kept last. Files that are named by their content
// are the same for ever: once kept, no server is asked.

/** So long a page may take before the kept one is shown; a reload, which asks for what is new, waits. */
export const PAGE_WITHIN_MS = 4_000;

/** Of a browser's `Cache`, what is used here. */
export interface Shelf {
  put(request: string, response: Response): Promise<void>;
}

/** What the worker needs of its surroundings; tests give their own. */
export interface Surroundings {
  fetch(request: Request | string): Promise<Response>;
  shelf(): Promise<Shelf>;
  /** Of every version that is still kept. */
  match(request: string): Promise<Response | undefined>;
  /** Resolves after so many milliseconds. */
  after(ms: number): Promise<void>;
}

const isFile = (path: string): boolean => path.startsWith('/assets/');

/** A sign-in page that a network puts in place of a file is HTML, or comes by a redirection. */
const isOurs = (response: Response): boolean =>
  response.status === 200 && !response.redirected && !(response.headers.get('content-type') ?? '').startsWith('text/html');

async function file(path: string, around: Surroundings): Promise<Response> {
  const kept = await around.match(path);
  if (kept) return kept;
  const fresh = await around.fetch(path);
  if (isOurs(fresh)) await (await around.shelf()).put(path, fresh.clone());
  return fresh;
}

async function page(request: Request, path: string, around: Surroundings): Promise<Response> {
  const kept = () => around.match(path);
  const fresh = around.fetch(request).then(async (response) => {
    // A proxy before a server that is just starting again.
    return response.status < 500 ? response : ((await kept()) ?? response);
  });
  const orKept = fresh.catch(async (fault: unknown) => {
    const last = await kept();
    if (last) return last;
    throw fault;
  });
  if (request.cache !== 'default') return orKept;
  const slow = around.after(PAGE_WITHIN_MS).then(async () => (await kept()) ?? orKept);
  return Promise.race([orKept, slow]);
}

/** The response to a request; nothing where the browser shall do as it always does. */
export function responseTo(request: Request, origin: string, around: Surroundings): Promise<Response> | undefined {
  const { origin: whose, pathname } = new URL(request.url);
  if (request.method !== 'GET' || whose !== origin) return undefined;
  if (isFile(pathname)) return file(pathname, around);
  return request.mode === 'navigate' && !pathname.startsWith('/api/') ? page(request, pathname, around) : undefined;
}

/** The files that a page's HTML asks for. */
const filesOf = (html: string): string[] => [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');

/** Keeps a page that is on screen with the files it is made of, all of it or nothing: fetched already, they
 *  come out of the browser's own store. A page of another version, or none of ours, is left alone. */
export async function keepPage(path: string, files: readonly string[], around: Surroundings): Promise<void> {
  const shelf = await around.shelf();
  const html = await around.fetch(path);
  if (html.status !== 200 || html.redirected) return;
  const asked = filesOf(await html.clone().text());
  if (asked.length === 0 || asked.some((name) => !files.includes(name))) return;
  const fetched = await Promise.all(files.map((name) => file(name, around)));
  if (fetched.every(isOurs)) await shelf.put(path, html);
}
