import { useEffect, useState } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import type { Ack, ScoreAck } from '../../../protocol/messages.ts';
import type { AttendeeScoring, OwnScore } from '../../../session/score-views.ts';

/** A hall asks within this time, and not at one moment. */
const SPREAD_MS = 400;
const AGAIN_MS = 2_000;

/**
 * The attendee's own points, asked for whenever those of the room have changed; null before the first
 * answer. Joins a session with names or teams.
 */
export function useOwnScore(
  session: AttendeeSession,
  { names, teams, key }: AttendeeScoring,
  ended: boolean,
): OwnScore | null {
  const { connection } = session;
  const [score, setScore] = useState<OwnScore | null>(null);
  const [tries, setTries] = useState(0);
  const isOnline = session.status.value.is === 'online';
  const mayJoin = !ended && (names !== 'none' || teams.length > 0);
  useEffect(() => connection.on('score:mine', setScore), [connection]);
  useEffect(() => {
    if (!isOnline) return undefined;
    const wait = score === null ? 0 : Math.random() * SPREAD_MS;
    const timer = setTimeout(() => void ask(), wait);
    const ask = async (): Promise<void> => {
      const ack = await connection.ask<ScoreAck>('score:get', {});
      if (ack?.ok !== true) {
        setTimeout(() => setTries(tries + 1), AGAIN_MS);
        return;
      }
      setScore(ack.score);
      // The server sends the score of one who has joined.
      if (mayJoin && ack.score.number === null) await connection.ask<Ack>('player:join', {});
    };
    return () => clearTimeout(timer);
  }, [connection, isOnline, mayJoin, key, tries]);
  return score;
}
