/** Marks something correct. All marks are hidden from screen readers: put a text beside them. */
export function CheckMark() {
  return <Mark name="check-mark" path="M3 13 9.5 19.5 21 5" width={4} />;
}

/** Marks something near: two waves, as in ≈. */
export function NearMark() {
  const wave = 'c4-4.5 7-3 10-1s6 3.5 10-1';
  return <Mark name="near-mark" path={`M2 9.5${wave}M2 17.5${wave}`} width={3.4} />;
}

/** Marks a warning. */
export function WarningMark() {
  return <Mark name="warning-mark" path="M12 3.5 22 20.5H2ZM12 10v4.5M12 17v.5" width={2.4} />;
}

/** A line drawing, as high as the text beside it and of its colour. */
function Mark({ name, path, width }: { name: string; path: string; width: number }) {
  return (
    <svg
      class={name}
      viewBox="0 0 24 24"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      stroke-width={width}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
