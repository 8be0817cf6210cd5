/** A blank stage: black, on every slide. */
export function Blank() {
  return (
    <div class="stage-blank">
      <p class="visually-hidden" role="status" lang="en">
        The stage is blank.
      </p>
    </div>
  );
}
