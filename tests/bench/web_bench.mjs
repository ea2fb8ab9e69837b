// Times the pages in Chromium, against the program and the site that are shipped.
//   node tests/bench/web_bench.mjs [--runs N] [loading] [delta] [desk] [lighthouse]
// It needs deploy/build and deploy/prepare --tests. What it measures: tests/bench/README.md.
import { parseArgs } from 'node:util';

import { hallsDesk, oneDelta } from './web/deltas.mjs';
import { quantile, times } from './web/figures.mjs';
import { loading } from './web/loading.mjs';
import { withBrowser, withReachableBrowser, withServer, workshop } from './web/surroundings.mjs';

const { values, positionals } = parseArgs({ options: { runs: { type: 'string', default: '9' } }, allowPositionals: true });
const runs = Number(values.runs);

async function lighthouse(server) {
  const { default: run } = await import('../e2e/node_modules/lighthouse/core/index.js');
  console.log('\nLighthouse on the start page, its own telephone and line, simulated');
  const marks = await withReachableBrowser((port) =>
    times(Math.min(runs, 5), async () => {
      const { lhr } = await run(`${server}/`, { port, onlyCategories: ['performance'], logLevel: 'error' });
      const shown = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];
      console.log(`  ${shown.map((id) => `${id} ${lhr.audits[id].displayValue}`).join(', ')}`);
      return Math.round(lhr.categories.performance.score * 100);
    }),
  );
  const median = quantile(marks, 0.5);
  console.log(`  performance: median ${median}, of ${marks.join(', ')} (median ≥ 99: ${median >= 99 ? 'kept' : 'MISSED'})`);
}

const parts = {
  loading: (server) => withBrowser(async (browser) => loading(browser, server, (await workshop(server)).code, runs)),
  delta: (server) => withBrowser((browser) => oneDelta(browser, server)),
  desk: (server) => withBrowser((browser) => hallsDesk(browser, server)),
  lighthouse,
};

const wanted = positionals.length === 0 ? Object.keys(parts) : positionals;
for (const name of wanted) {
  if (!(name in parts)) throw new Error(`no part ${name}; there are ${Object.keys(parts).join(', ')}`);
}
for (const name of wanted) await withServer(parts[name]);
