interface Timed {
  /** Minutes planned for the slide; null where its author planned none. */
  readonly minutes: number | null;
}

/** The planned minutes of all slides; null where none are planned. */
export function plannedMinutes(slides: readonly Timed[]): number | null {
  const planned = slides.reduce((all, { minutes }) => all + (minutes ?? 0), 0);
  return planned === 0 ? null : planned;
}
