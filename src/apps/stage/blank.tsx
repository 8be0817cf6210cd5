/**
 * A blank stage: black, or the colour of a slide's accent.
 *
 * @param accent classes of the slide, among them the one of its accent
 */
export function Blank({ accent }: { accent: string }) {
  const colour = /(?<!\S)accent-(?:\d|deck)(?!\S)/.exec(accent)?.[0] ?? '';
  return (
    <div class={`stage-blank has-light-background ${colour}`}>
      <p class="visually-hidden" role="status" lang="en">
        The stage is blank.
      </p>
    </div>
  );
}
