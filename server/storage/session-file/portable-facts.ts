import { createHmac } from 'node:crypto';
import type { Deck } from '../../../src/deck/deck.ts';
import { success, type Result } from '../../../src/lib/result.ts';
import type { Fact, StoredFact } from '../../../src/session/facts.ts';
import { hasPlayers } from '../../../src/session/players.ts';
import { fileFailure, type SessionFileProblem } from './session-file-problem.ts';

/** A fact as it leaves the server. */
export type PortableFact = Omit<StoredFact, 'fact'> & { readonly fact: object };

/**
 * The facts of a session without its secrets. The one that signs identities is left out: anybody who has it can
 * be any attendee or remote. Authors in a channel stay unknown: its answers name them by other numbers, the
 * same for the whole channel. Where attendees have names or teams that cannot be done,
 * for their order counts.
 */
export function portableFacts(
  facts: readonly StoredFact[],
): Result<Iterable<PortableFact>, SessionFileProblem> {
  const decks = facts.flatMap(({ fact }) => ('deck' in fact ? [fact.deck] : []));
  const channels = new Set(decks.flatMap(channelsOf));
  const isOfChannel = (fact: Fact): boolean =>
    fact.type === 'answer:given' && channels.has(fact.activity);
  if (decks.some(({ score }) => hasPlayers(score)) && facts.some(({ fact }) => isOfChannel(fact))) {
    return fileFailure(
      'tells-who-asked',
      'This session has players, and questions or votes from the room: its file would tell who asked. Its results, as CSV or JSON, do not.',
    );
  }
  return success(portable(facts, isOfChannel));
}

function channelsOf({ channels }: Deck): string[] {
  return channels?.activities?.map(({ id }) => id) ?? [];
}

function* portable(
  facts: readonly StoredFact[],
  isOfChannel: (fact: Fact) => boolean,
): Generator<PortableFact> {
  let key = '';
  for (const { seq, at, fact } of facts) {
    if (fact.type === 'session:started') {
      const { secret, ...rest } = fact;
      key = secret;
      yield { seq, at, fact: rest };
    } else if (fact.type === 'answer:given' && isOfChannel(fact)) {
      yield { seq, at, fact: { ...fact, attendee: unlinked(key, fact.attendee), id: `${seq}` } };
    } else yield { seq, at, fact };
  }
}

/** Another number for an attendee, from which nobody finds the first without the session's secret. */
function unlinked(secret: string, attendee: string): string {
  return createHmac('sha256', secret).update(`channel ${attendee}`).digest('hex').slice(0, 20);
}
