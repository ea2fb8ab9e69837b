/** What a desk's or wall's link carries after the #. */
export interface Capability {
  readonly workshop: string;
  readonly token: string;
  readonly coFacilitator: boolean;
}

const CAPABILITY = /^#?([0-9a-f]{32})\.([0-9a-f]{32})(\.co)?$/;

export function capabilityIn(fragment: string): Capability | undefined {
  const match = CAPABILITY.exec(fragment);
  const [, workshop, token, co] = match ?? [];
  if (workshop === undefined || token === undefined) return undefined;
  return { workshop, token, coFacilitator: co !== undefined };
}

/** The link that opens a desk or a wall; the secret stays in the fragment. */
export function linkTo(
  page: 'desk' | 'wall',
  { workshop, token, coFacilitator }: Capability,
  origin: string,
): string {
  return `${origin}/${page}#${workshop}.${token}${coFacilitator ? '.co' : ''}`;
}

/** The address as people type it: without the scheme, which browsers add. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
