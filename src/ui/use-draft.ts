import { useState } from 'preact/hooks';

/**
 * State that starts as what `source` says, may be changed here, and follows `source` again whenever
 * that comes to say something else. Compared as JSON: every snapshot is a new object, and a attendee's
 * draft must survive the snapshots that bring no news.
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
