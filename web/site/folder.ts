// The finished site, as paths a browser asks for and what they are answered with. README.md has
// the contract that the server reads.
import { createHash } from 'node:crypto';

export interface SitePath {
  /** Relative to the site's folder. */
  readonly file: string;
  /** The same content compressed, where that is smaller. */
  readonly br?: string;
  readonly gzip?: string;
  /** Lower-case names; to be sent as they are. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface SiteManifest {
  readonly format: 1;
  readonly paths: Readonly<Record<string, SitePath>>;
}

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
};

const extension = (file: string): string => file.slice(file.lastIndexOf('.') + 1);

export function contentType(file: string): string {
  const type = contentTypes[extension(file)];
  if (type === undefined) throw new Error(`site: no content type is known for ${file}`);
  return type;
}

/** Pictures are compressed already. */
export const isCompressible = (file: string): boolean => !['png', 'ico'].includes(extension(file));

/** index.html is "/", desk.html is "/desk", everything else is its own path. */
export function urlPath(file: string): string {
  if (file === 'index.html') return '/';
  return `/${file.replace(/\.html$/, '')}`;
}

const styleLink = /\s*<link\b[^>]*\brel="stylesheet"[^>]*>/g;

// Names of this folder carry a hash of the content: what is behind them never changes.
const isImmutable = (file: string): boolean => file.startsWith('assets/');

const sha256 = (content: string | Uint8Array): Buffer =>
  createHash('sha256').update(content).digest();

/** `'sha256-…'` of each inline element of that name, as a content security policy wants it. */
function inlineHashes(html: string, element: 'script' | 'style'): string[] {
  const found = html.matchAll(new RegExp(`<${element}(\\s[^>]*)?>([\\s\\S]*?)</${element}>`, 'g'));
  const inline = [...found].filter((match) => !/\ssrc=/.test(match[1] ?? ''));
  return inline.map((match) => `'sha256-${sha256(match[2] ?? '').toString('base64')}'`);
}

export function contentSecurityPolicy(html: string): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...inlineHashes(html, 'script')].join(' '),
    ["style-src 'self'", ...inlineHashes(html, 'style')].join(' '),
    "connect-src 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The service worker's file: its address is what browsers know it by. */
export const WORKER = 'service_worker.js';

/** What the worker may do: ask the site that it is of. */
const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

/** Everything but content-length, content-encoding and date. */
export function headersOf(file: string, content: Uint8Array): Record<string, string> {
  const headers: Record<string, string> = {
    'cache-control': isImmutable(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-type': contentType(file),
    'etag': `W/"${sha256(content).toString('hex').slice(0, 32)}"`,
    'x-content-type-options': 'nosniff',
  };
  if (isCompressible(file)) headers['vary'] = 'accept-encoding';
  if (file === WORKER) headers['content-security-policy'] = WORKER_POLICY;
  if (extension(file) === 'html') {
    headers['content-security-policy'] = contentSecurityPolicy(new TextDecoder().decode(content));
    headers['cross-origin-opener-policy'] = 'same-origin';
    headers['permissions-policy'] = 'camera=(), geolocation=(), microphone=()';
    headers['referrer-policy'] = 'no-referrer';
    headers['x-frame-options'] = 'DENY';
  }
  return headers;
}

/** A page's style sheets: their addresses, in order, as its HTML has them. */
export function styleSheets(html: string): string[] {
  return [...html.matchAll(styleLink)].map(([link]) => {
    const href = /\bhref="([^"]+)"/.exec(link)?.[1];
    if (href === undefined) throw new Error(`site: a style sheet without address: ${link.trim()}`);
    return href;
  });
}

/** The page with one style element in place of its links to style sheets. */
export function withInlineStyles(html: string, css: string): string {
  if (/<\/style/i.test(css)) throw new Error('site: a style sheet would end its own element');
  let written = false;
  return html.replace(styleLink, () => {
    if (written) return '';
    written = true;
    return `\n    <style>${css.trim()}</style>`;
  });
}
