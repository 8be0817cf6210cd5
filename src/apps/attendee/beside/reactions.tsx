import { useEffect, useState } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import type { Ack } from '../../../protocol/messages.ts';
import './reactions.css';

interface Props {
  readonly session: AttendeeSession;
  readonly signs: readonly string[];
}

/** Long enough to be read; afterwards it would seem to be about the next question. */
const TOLD_MS = 4_000;

/** Signs that go to the stage at a tap. Nobody sees who sent them, and they are not kept. */
export function Reactions({ session, signs }: Props) {
  // Not the words alone: told twice, they stay as long again.
  const [news, setNews] = useState({ told: '' });
  useEffect(() => {
    if (news.told === '') return undefined;
    const timer = setTimeout(() => setNews({ told: '' }), TOLD_MS);
    return () => clearTimeout(timer);
  }, [news]);
  const send = (sign: number): void => {
    void session.connection.ask<Ack>('reaction:send', { sign }).then((ack) => {
      const isSent = ack?.ok === true;
      setNews({ told: isSent ? `Sent: ${signs[sign] ?? ''}` : 'Not sent. Try again in a moment.' });
    });
  };
  return (
    <div class="reactions" role="group" aria-label="Reactions" lang="en">
      {signs.map((sign, place) => (
        <button key={sign} type="button" class="button reaction" onClick={() => send(place)}>
          {sign}
        </button>
      ))}
      <p role="status" class="caption">
        {news.told}
      </p>
    </div>
  );
}
