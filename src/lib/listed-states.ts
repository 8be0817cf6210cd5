/** The states by which sessions are listed. */
export const sessionStates = ['all', 'running', 'ended', 'talks', 'rehearsals'] as const;
export type ListedState = (typeof sessionStates)[number];

/** The state of this name; all sessions where there is none. */
export function readListedState(name: string): ListedState {
  return sessionStates.find((state) => state === name) ?? 'all';
}
