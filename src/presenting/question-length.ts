/** The longest question in letters for each step of its size on a slide, from the largest. */
const STEPS = [180, 260, 360, 520];

/** Letters that take the room of two. */
const WIDE = /[\p{scx=Han}\p{scx=Hangul}\p{scx=Hiragana}\p{scx=Katakana}]/gu;

/** The step of a question's size on a slide: 0 for the largest, 4 for the least. */
export function questionLength(question: string): number {
  const letters = [...question].length + (question.match(WIDE)?.length ?? 0);
  const step = STEPS.findIndex((longest) => letters <= longest);
  return step === -1 ? STEPS.length : step;
}
