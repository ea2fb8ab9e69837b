/** More people than this are told as a number alone. */
export const MOST_SEATS = 60;

/** How many of so many, as filled seats. The words beside it say the same, so readers skip it. */
export function Seats({ filled, all, here }: { readonly filled: number; readonly all: number; readonly here?: number }) {
  return (
    <ul class="seats" aria-hidden="true">
      {Array.from({ length: all }, (_, index) => (
        <li key={index} class={`seat${index < filled ? ' seat-filled' : ''}${index === here ? ' seat-here' : ''}`} />
      ))}
    </ul>
  );
}

/** One seat a question: filled when it has its answer. */
export function QuestionSeats({ done, here }: { readonly done: readonly boolean[]; readonly here: number }) {
  return (
    <ul class="seats" aria-hidden="true">
      {done.map((filled, index) => (
        <li key={index} class={`seat${filled ? ' seat-filled' : ''}${index === here ? ' seat-here' : ''}`} />
      ))}
    </ul>
  );
}
