/** The result of some work, all of whose steps are taken at once. */
export function allSteps<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
