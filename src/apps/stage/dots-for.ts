/** The most dots that the stage draws: more could not be told apart from the back row. */
export const MOST_DOTS = 200;

/** The number of dots for so many answers, and of the answers that each stands for: 1, 2, 5, 10, … */
export function dotsFor(answers: number): { readonly dots: number; readonly each: number } {
  let each = 1;
  for (let step = 0; Math.ceil(answers / each) > MOST_DOTS; step += 1) {
    each *= step % 3 === 1 ? 2.5 : 2;
  }
  return { dots: Math.ceil(answers / each), each };
}
