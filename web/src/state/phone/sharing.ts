import { signal } from '@preact/signals';

import type { Phone } from './phone.ts';
import type { SharedPhone, Sharing, Surroundings } from './shared.ts';

/** Begins at once where several people answered on this phone when it was last open. */
export function sharingOf(first: Phone, surroundings: Surroundings): Sharing {
  const now = signal<SharedPhone | undefined>(undefined);
  const start = async () => {
    const { createSharedPhone } = await import('./shared.ts');
    return (now.value ??= createSharedPhone(first, surroundings));
  };
  const restore = () => {
    if (surroundings.kept.all().length > 0) start().catch((fault: unknown) => console.error(fault));
  };
  restore();
  return {
    now,
    start,
    useThisTab() {
      if (now.value) return now.value.useThisTab();
      first.client.takeOver();
      restore(); // in the other tab somebody else may have sat down
    },
  };
}
