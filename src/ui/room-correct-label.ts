/** The correct answers of the room: "In the room: 14 of 22 correct"; null while hidden. */
export function roomCorrectLabel(
  tally: { readonly answers: number; readonly right: number | null } | null,
): string | null {
  if (tally === null || tally.right === null) return null;
  return `In the room: ${tally.right} of ${tally.answers} correct`;
}
