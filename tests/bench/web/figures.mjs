// Medians and the like, and how they are printed.

export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** `target` is a bound for one of the three: { median: 1200 } or { p95: 1 }. */
export function print(what, numbers, unit, target = {}) {
  const figures = { median: quantile(numbers, 0.5), p95: quantile(numbers, 0.95), most: Math.max(...numbers) };
  const written = Object.entries(figures).map(([name, figure]) => `${name} ${figure.toFixed(figure < 100 ? 2 : 0)}`);
  const [[name, bound] = []] = Object.entries(target);
  const verdict = name === undefined ? '' : ` (${name} ≤ ${bound}: ${figures[name] <= bound ? 'kept' : 'MISSED'})`;
  console.log(`  ${what}: ${written.join(', ')} ${unit}, of ${numbers.length}${verdict}`);
}

/** What `run` gives, so many times, one after the other. */
export async function times(count, run) {
  const results = [];
  for (let index = 0; index < count; index += 1) results.push(await run(index));
  return results;
}
