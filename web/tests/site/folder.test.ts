// @vitest-environment node
import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import {
  contentSecurityPolicy,
  contentType,
  headersOf,
  styleSheets,
  urlPath,
  withInlineStyles,
} from '../../site/folder.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hashed = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the site folder', () => {
  it('serves a page without its ending, and the first page at the top', () => {
    expect(urlPath('index.html')).toBe('/');
    expect(urlPath('desk.html')).toBe('/desk');
    expect(urlPath('assets/desk-1a2b3c4d.js')).toBe('/assets/desk-1a2b3c4d.js');
  });

  it('lets what is named by its content be kept for ever, and asks again for all else', () => {
    const kept = headersOf('assets/client-1a2b3c4d.wasm', bytes('x'));
    expect(kept['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(kept['content-type']).toBe('application/wasm');
    expect(headersOf('index.html', bytes('x'))['cache-control']).toBe('no-cache');
    expect(headersOf('service_worker.js', bytes('x'))['cache-control']).toBe('no-cache');
  });

  it('lets the service worker ask its own site and nobody else', () => {
    expect(headersOf('service_worker.js', bytes('x'))['content-security-policy']).toBe(
      "default-src 'none'; connect-src 'self'",
    );
  });

  it('gives other content another entity tag', () => {
    expect(headersOf('a.svg', bytes('one'))['etag']).not.toBe(headersOf('a.svg', bytes('two'))['etag']);
  });

  it('says that an answer depends on the encodings only where there are several', () => {
    expect(headersOf('index.html', bytes('x'))['vary']).toBe('accept-encoding');
    expect(headersOf('icon.png', bytes('x'))['vary']).toBeUndefined();
  });

  it('does not guess the type of a file it does not know', () => {
    expect(() => contentType('notes.xyz')).toThrow('notes.xyz');
  });
});

describe('the content security policy', () => {
  it('admits exactly the inline elements that the page has', () => {
    const policy = contentSecurityPolicy(
      '<style>p{margin:0}</style><script type="module" src="/assets/a.js"></script>' +
        '<script>early()</script>',
    );
    expect(policy).toContain(`style-src 'self' ${hashed('p{margin:0}')};`);
    expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hashed('early()')};`);
    expect(policy).not.toContain('unsafe-inline');
  });

  it('is given to pages alone', () => {
    expect(headersOf('index.html', bytes('<p>'))['content-security-policy']).toContain(
      "default-src 'none'",
    );
    expect(headersOf('assets/a-12345678.js', bytes('x'))['content-security-policy']).toBeUndefined();
  });
});

describe('style sheets', () => {
  const page =
    '<head>\n    <link rel="stylesheet" href="/a.css">\n    <link rel="icon" href="/i.svg">' +
    '\n    <link href="/b.css" rel="stylesheet">\n  </head>';

  it('are listed in their order', () => {
    expect(styleSheets(page)).toEqual(['/a.css', '/b.css']);
    expect(styleSheets('<head></head>')).toEqual([]);
  });

  it('are written into the page once, where the first was', () => {
    expect(withInlineStyles(page, 'p{margin:0}\n')).toBe(
      '<head>\n    <style>p{margin:0}</style>\n    <link rel="icon" href="/i.svg">\n  </head>',
    );
  });

  it('keep their dollar signs', () => {
    expect(withInlineStyles(page, 'p::after{content:"$&$1"}')).toContain('"$&$1"');
  });

  it('are refused if they would end their own element', () => {
    expect(() => withInlineStyles(page, '/*</style>*/')).toThrow('end its own element');
  });

  it('are refused without an address', () => {
    expect(() => styleSheets('<link rel="stylesheet">')).toThrow('without address');
  });
});
