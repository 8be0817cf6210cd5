/** A phrase with a capital at its beginning: "Middle answer". */
export function capitalised(phrase: string): string {
  return phrase.slice(0, 1).toUpperCase() + phrase.slice(1);
}
