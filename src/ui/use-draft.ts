import { useState } from 'preact/hooks';

/**
 * A draft that starts from `source`, can be edited, and is reset when `source` changes. Compared as
 * JSON: each snapshot is a new object, and a draft must survive snapshots with the same answer.
 */
export function useDraft<Source, State>(
  source: Source,
  stateOf: (source: Source) => State,
): [State, (state: State) => void] {
  const said = JSON.stringify(source);
  const [held, hold] = useState({ said, state: stateOf(source) });
  const set = (state: State): void => hold({ said, state });
  if (held.said === said) return [held.state, set];
  const state = stateOf(source);
  set(state);
  return [state, set];
}
