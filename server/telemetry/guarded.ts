/** Notes an error that nobody expected. */
export type OnFault = (error: unknown) => void;

/**
 * The same function, except that what it throws goes to `onFault`. For listeners, timers and turns
 * of the event loop: thrown from there, an error ends the process for every session.
 */
export function guarded<Args extends readonly unknown[]>(
  onFault: OnFault,
  act: (...args: Args) => void,
): (...args: Args) => void {
  return (...args) => {
    try {
      act(...args);
    } catch (error) {
      onFault(error);
    }
  };
}
