/** Ends a `switch` over a union, so that a missing case does not compile. Throws when called. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
