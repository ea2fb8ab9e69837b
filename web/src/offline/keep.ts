/** The script's address never changes: browsers ask for it again by themselves. */
const WORKER = '/service_worker.js';

/** The files among these that are ours and the same for ever. */
function filesIn(entries: PerformanceEntryList): string[] {
  const ours = entries.map(({ name }) => new URL(name)).filter(({ origin }) => origin === location.origin);
  return ours.map(({ pathname }) => pathname).filter((path) => path.startsWith('/assets/'));
}

/** Has this page kept for when there is no network, with everything it has fetched and will fetch. Called
 *  when the page is of use already. Without TLS, but on this very machine, browsers have no such thing. */
export async function keepThisPage(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register(WORKER);
  const files = new Set<string>();
  const observer = new PerformanceObserver((list) => {
    const known = files.size;
    filesIn(list.getEntries()).forEach((path) => files.add(path));
    if (files.size === known) return;
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    worker?.postMessage({ page: location.pathname, files: [...files] });
  });
  observer.observe({ type: 'resource', buffered: true });
}
