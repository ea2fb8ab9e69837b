// The service worker (W3C Service Workers): lets the pages open without a network. It never takes over a
// page that is open, and a new one waits until the pages of the old one are closed.
import { keepPage, responseTo, type Surroundings } from './kept_site.ts';

declare const self: ServiceWorkerGlobalScope;

/** The build writes the version in: with it this file changes, and browsers see that there is a new one. */
const OURS = 'quorate-';
const version = `${OURS}${'{{version}}'}`;

const around: Surroundings = {
  fetch: (request) => fetch(request),
  shelf: () => caches.open(version),
  match: (request) => caches.match(request),
  after: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

async function dropOldVersions(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== version);
  await Promise.all(names.map((name) => caches.delete(name)));
}

self.addEventListener('activate', (event) => event.waitUntil(dropOldVersions()));

self.addEventListener('fetch', (event) => {
  const response = responseTo(event.request, self.location.origin, around);
  if (response) event.respondWith(response);
});

self.addEventListener('message', (event) => {
  const { page, files } = event.data as { readonly page: string; readonly files: readonly string[] };
  event.waitUntil(keepPage(page, files, around));
});
