/** The codes from one to another, in their order; the latter alone where the first is not listed. */
export function range(codes: readonly string[], from: string, to: string): string[] {
  const [one, other] = [codes.indexOf(from), codes.indexOf(to)];
  if (one < 0 || other < 0) return [to];
  return codes.slice(Math.min(one, other), Math.max(one, other) + 1);
}

/** A selection in which all of `codes` have the state that `pressed`, one of them, has not. */
export function toggled(
  selected: ReadonlySet<string>,
  codes: readonly string[],
  pressed: string,
): string[] {
  const others = [...selected].filter((code) => !codes.includes(code));
  return selected.has(pressed) ? others : [...others, ...codes];
}
