/** A number of points: "1 point", "15 points". */
export function pointsLabel(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}

/** The points of an option among all: "30 of 100 points". */
export function ofTotal(points: number, total: number): string {
  return `${points} of ${total} points`;
}

/** A sentence on the points that are left, or are too many where `left` is below 0. */
export function leftLabel(left: number): string {
  return left < 0 ? `${pointsLabel(-left)} too many.` : `${pointsLabel(left)} left.`;
}

/** The task in a line: "Give out 100 points, in steps of 5". */
export function taskLabel({ total, step }: { total: number; step: number }): string {
  return `Give out ${total} points${step === 1 ? '' : `, in steps of ${step}`}`;
}

/** A mean as a figure, with one digit behind the point. */
export function meanFigure(mean: number): string {
  return mean.toFixed(1);
}
