import type { SessionState } from './state.ts';

/** The signs that attendees may send now; empty where they may send none. */
export function reactionSigns(
  state: Pick<SessionState, 'deck' | 'reactionsOn' | 'endedAt'>,
): readonly string[] {
  const mayReact = state.reactionsOn && state.endedAt === null;
  return mayReact ? (state.deck.channels?.reactions ?? []) : [];
}
