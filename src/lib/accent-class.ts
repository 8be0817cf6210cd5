/** The class that gives an element and all within it this accent; none for no accent. */
export function accentClass(accent: number | null | undefined): string {
  return accent === null || accent === undefined ? '' : `accent-${accent}`;
}
