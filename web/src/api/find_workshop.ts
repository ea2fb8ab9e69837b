import { asked, posted, type ApiResponse } from './asked.ts';

/** Which workshop a code belongs to. */
export function findWorkshop(code: string): Promise<ApiResponse<{ readonly workshop: string }>> {
  return asked('/api/join', posted({ code }));
}
