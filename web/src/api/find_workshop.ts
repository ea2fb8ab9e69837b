import { asked, posted, type Answered } from './asked.ts';

/** Which workshop a code belongs to. */
export function findWorkshop(code: string): Promise<Answered<{ readonly workshop: string }>> {
  return asked('/api/join', posted({ code }));
}
