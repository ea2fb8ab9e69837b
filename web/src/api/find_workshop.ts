import { asked, posted, type ApiResponse } from './asked.ts';

export interface Found {
  readonly workshop: string;
  /** What lets somebody new in; it changes with the code. */
  readonly key: string;
}

/** Which workshop a code, or the code and key of a link, belongs to. */
export function findWorkshop(code: string): Promise<ApiResponse<Found>> {
  return asked('/api/join', posted({ code }));
}
