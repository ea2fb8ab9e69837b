/** The mark: seats round a table, one of them taken last. */
const SEATS = 7;
const RING = 11;
const CENTRE = 16;

export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx={CENTRE} cy={CENTRE} r="5" fill="none" stroke="currentColor" stroke-width="2.5" />
      {Array.from({ length: SEATS }, (_, index) => {
        const angle = (2 * Math.PI * index) / SEATS - Math.PI / 2;
        const x = CENTRE + RING * Math.cos(angle);
        const y = CENTRE + RING * Math.sin(angle);
        return <circle key={index} cx={x.toFixed(2)} cy={y.toFixed(2)} r={index === 0 ? 3.4 : 2.6} fill="currentColor" />;
      })}
    </svg>
  );
}
