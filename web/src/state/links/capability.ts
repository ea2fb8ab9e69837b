/** What a desk's or wall's link carries after the #. */
export interface Capability {
  readonly workshop: string;
  readonly token: string;
  readonly coFacilitator: boolean;
  /** The wall's own token, so that a desk can open the wall without drawing a new link for it. */
  readonly wall?: string;
}

const CAPABILITY = /^#?([0-9a-f]{32})\.([0-9a-f]{32})(\.co)?(?:\.([0-9a-f]{32}))?$/;

export function capabilityIn(fragment: string): Capability | undefined {
  const match = CAPABILITY.exec(fragment);
  const [, workshop, token, co, wall] = match ?? [];
  if (workshop === undefined || token === undefined) return undefined;
  return { workshop, token, coFacilitator: co !== undefined, ...(wall === undefined ? {} : { wall }) };
}

/** The link that opens a desk or a wall; the secrets stay in the fragment. */
export function linkTo(
  page: 'desk' | 'wall',
  { workshop, token, coFacilitator, wall }: Capability,
  origin: string,
): string {
  const more = wall === undefined ? '' : `.${wall}`;
  return `${origin}/${page}#${workshop}.${token}${coFacilitator ? '.co' : ''}${more}`;
}

/** The address as people type it: without the scheme, which browsers add. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
