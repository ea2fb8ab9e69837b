/** A recovery code as people type it: case, spaces and hyphens do not count. */
const RECOVERY = /^[0-9a-f]{20}$/;
const GROUP = 4;

/** The code in what was typed; nothing when it cannot be one. */
export function recoveryIn(typed: string): string | undefined {
  const code = typed.replace(/[\s\-–]/g, '').toLowerCase();
  return RECOVERY.test(code) ? code : undefined;
}

/** In groups, for reading and writing down: "0f1e 2d3c 4b5a 6978 8796". */
export function inGroups(recovery: string): string {
  return (recovery.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join(' ');
}
