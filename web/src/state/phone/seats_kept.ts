/** Which seats beside the first were taken on this phone, so that a reload brings everybody back. */
const NAME = (workshop: string) => `quorate.seats.${workshop}`;

/** Where the browser keeps nothing, the seats are there until the page is closed. */
export function seatsKept(workshop: string): { all(): readonly number[]; keep(numbers: readonly number[]): void } {
  return {
    all() {
      try {
        return (localStorage.getItem(NAME(workshop)) ?? '').split(',').map(Number).filter((seat) => seat > 0);
      } catch {
        return [];
      }
    },
    keep(numbers) {
      try {
        localStorage.setItem(NAME(workshop), numbers.join());
      } catch {
        // Storage is refused.
      }
    },
  };
}
