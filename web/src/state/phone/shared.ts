import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import type { Phone } from './phone.ts';

/** Whose phone it is has seat 1; these are for three more. */
const SEATS_FOR_OTHERS: readonly number[] = [2, 3, 4];

/** One of the people who answer on this phone, each with a secret and a client of their own. */
export interface Seat {
  readonly number: number;
  readonly phone: Phone;
}

/** Sharing begins when somebody else wants to answer here: most phones never fetch it. */
export interface Sharing {
  readonly now: ReadonlySignal<SharedPhone | undefined>;
  start(): Promise<SharedPhone>;
  /** After other_tab: everybody on this phone comes over to this tab. */
  useThisTab(): void;
}

export interface SharedPhone {
  readonly seats: ReadonlySignal<readonly Seat[]>;
  /** Whose turn it is. */
  readonly shown: ReadonlySignal<Seat>;
  readonly canAdd: ReadonlySignal<boolean>;
  switchTo(number: number): void;
  /** Somebody else sits down, or goes on with joining. Fails when the client does not start. */
  addSomeone(): Promise<void>;
  useThisTab(): void;
}

/** What the page gives it: clients, and which seats were taken when it was last open. */
export interface Surroundings {
  /** `fresh`: for somebody new, whatever was kept for an earlier person on this seat. */
  openSeat(number: number, fresh: boolean): Promise<Phone>;
  readonly kept: { all(): readonly number[]; keep(numbers: readonly number[]): void };
}

function isAtTheDoor({ phone }: Seat): boolean {
  const { role, waiting } = phone.client.model.value;
  return role === 'anonymous' && !waiting;
}

function hasArrived({ phone }: Seat): boolean {
  const { me, waiting } = phone.client.model.value;
  return me !== undefined || waiting === true;
}

function hasGone({ phone }: Seat): boolean {
  const { stop } = phone.client.model.value;
  return stop === 'removed' || stop === 'merged';
}

export function createSharedPhone(first: Phone, { openSeat, kept }: Surroundings): SharedPhone {
  const seats = signal<readonly Seat[]>([{ number: 1, phone: first }]);
  const number = signal(1);
  const shown = computed(
    () => seats.value.find((seat) => seat.number === number.value) ?? (seats.value[0] as Seat),
  );
  const canAdd = computed(() => seats.value.length <= SEATS_FOR_OTHERS.length || seats.value.some(isAtTheDoor));

  const open = async (wanted: number, fresh: boolean) => {
    const phone = await openSeat(wanted, fresh);
    if (seats.peek().some((seat) => seat.number === wanted)) return;
    seats.value = [...seats.peek(), { number: wanted, phone }].sort((a, b) => a.number - b.number);
  };

  /** Seats that were taken and are not open in this tab. */
  const restore = () => {
    const here = new Set(seats.peek().map((seat) => seat.number));
    return Promise.all(
      kept
        .all()
        .filter((wanted) => SEATS_FOR_OTHERS.includes(wanted) && !here.has(wanted))
        .map((wanted) => open(wanted, false)),
    );
  };

  restore().catch((fault: unknown) => console.error(fault));

  // Only who has come in is worth coming back for.
  const taken = computed(() =>
    seats.value
      .filter((seat) => seat.number > 1 && hasArrived(seat) && !hasGone(seat))
      .map((seat) => seat.number)
      .join(),
  );
  const gone = computed(() => new Set(seats.value.filter(hasGone).map((seat) => seat.number)));
  effect(() => {
    const here = taken.value === '' ? [] : taken.value.split(',').map(Number);
    const before = kept.all().filter((each) => !gone.value.has(each));
    const all = [...new Set([...before, ...here])].sort();
    if (all.join() !== kept.all().join()) kept.keep(all);
  });

  return {
    seats,
    shown,
    canAdd,
    switchTo(wanted) {
      number.value = wanted;
    },
    async addSomeone() {
      const joining = seats.peek().find((seat) => seat.number > 1 && isAtTheDoor(seat));
      if (joining) {
        number.value = joining.number;
        return;
      }
      const takenHere = new Set([...seats.peek().map((seat) => seat.number), ...kept.all()]);
      const free = SEATS_FOR_OTHERS.find((each) => !takenHere.has(each));
      if (free === undefined) return;
      await open(free, true);
      number.value = free;
    },
    useThisTab() {
      for (const { phone } of seats.peek()) {
        if (phone.client.model.peek().stop === 'other_tab') phone.client.takeOver();
      }
      restore().catch((fault: unknown) => console.error(fault));
    },
  };
}
