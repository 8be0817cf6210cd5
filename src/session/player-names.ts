import { isOnBlocklist } from '../moderation/blocklist.ts';
import type { PlayerNames, WrittenName } from './score-views.ts';
import type { SessionState } from './state.ts';

/** More is no reading, and each change sends all of them. */
const MOST_LISTED = 50;

/** The names that attendees chose, for the presenter; null where nobody chooses one. */
export function playerNames({ deck, players }: SessionState): PlayerNames | null {
  if (deck.score?.names !== 'chosen') return null;
  const all = [...players.values()];
  const waiting = all.filter(({ nameIs }) => nameIs === 'waiting');
  const approved = all.filter(({ nameIs }) => nameIs === 'approved').toReversed();
  return {
    allWaiting: waiting.length,
    waiting: waiting.slice(0, MOST_LISTED).map(({ number, name }): WrittenName => ({
      ...{ number, name },
      ...(isOnBlocklist(name, deck.lang) ? { held: true } : {}),
    })),
    allApproved: approved.length,
    approved: approved.slice(0, MOST_LISTED).map(({ number, name }) => ({ number, name })),
  };
}
