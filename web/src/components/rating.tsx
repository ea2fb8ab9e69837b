import type { ComponentChildren } from 'preact';

import { answerFrom, BANDS, OTHERS } from '../state/model/scale.ts';
import type { Answer } from '../state/model/types.ts';
import { useWords } from '../words/context.tsx';

interface RatingProps {
  readonly factor: string;
  readonly chosen: Answer | undefined;
  readonly onChoose: (answer: Answer) => void;
  /** Nothing can be chosen: the question is closed. */
  readonly disabled?: boolean;
}

/** The id of the first radio button, where an error leads. */
export const FIRST_ANSWER = 'answer-9';

function Tile({ factor, answer, chosen, onChoose, disabled }: RatingProps & { readonly answer: Answer }) {
  const { answer: words, say } = useWords();
  const label = words(factor, answer);
  const rated = typeof answer === 'number';
  return (
    <label class={`tile${chosen === answer ? ' is-chosen' : ''}`}>
      <input
        type="radio"
        name="answer"
        id={`answer-${answer}`}
        value={`${answer}`}
        checked={chosen === answer}
        disabled={disabled}
        aria-label={rated ? say('answer.name', { label, n: answer }) : label}
        onChange={(event) => {
          const value = answerFrom(event.currentTarget.value);
          if (value !== undefined) onChoose(value);
        }}
      />
      <span class="tile-words">{label}</span>
      {rated ? (
        <span class="tile-digit" aria-hidden="true">
          {answer}
        </span>
      ) : null}
    </label>
  );
}

function Band({ zone, name, children }: { zone: string; name?: string; children: ComponentChildren }) {
  const id = `band-${zone}`;
  return (
    <div class={`band zone-${zone}`} role="group" {...(name === undefined ? {} : { 'aria-labelledby': id })}>
      {name === undefined ? null : (
        <p class="band-name" id={id}>
          {name}
        </p>
      )}
      <div class="band-tiles">{children}</div>
    </div>
  );
}

/** The eleven answers: three rows of three, then the two that are no rating. */
export function RatingCard(props: RatingProps) {
  const { band } = useWords();
  return (
    <div class="rating">
      {BANDS.map(({ zone, ratings }) => (
        <Band key={zone} zone={zone} name={band(props.factor, zone)}>
          {ratings.map((rating) => (
            <Tile key={rating} answer={rating} {...props} />
          ))}
        </Band>
      ))}
      <Band zone="other">
        {OTHERS.map((other) => (
          <Tile key={other} answer={other} {...props} />
        ))}
      </Band>
    </div>
  );
}
