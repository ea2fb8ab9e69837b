// `npm run screenshots`: no test, and not among them.
import base from './playwright.config.ts';

export default { ...base, projects: [{ name: 'screenshots', testMatch: '**/screenshots.ts' }] };
