import { afterEach, describe, expect, it, vi } from 'vitest';

import { forgetInvitation, keepInvitation, keptInvitation } from '../../../src/state/links/invitation.ts';

afterEach(() => {
  vi.restoreAllMocks();
  forgetInvitation('FHK247');
  sessionStorage.clear();
});

describe('an invitation', () => {
  it('is kept for its code until it is used', () => {
    keepInvitation('FHK247', 'ab');
    expect([keptInvitation('FHK247'), keptInvitation('KLM469')]).toEqual(['ab', undefined]);
    forgetInvitation('FHK247');
    expect(keptInvitation('FHK247')).toBeUndefined();
  });

  it('outlasts a reload of the tab, and is in no other', () => {
    keepInvitation('FHK247', 'ab');
    expect(sessionStorage.length).toBe(1);
    expect(localStorage.length).toBe(0);
  });

  it('is kept in memory where the browser refuses', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    keepInvitation('FHK247', 'ab');
    expect(keptInvitation('FHK247')).toBe('ab');
  });
});
