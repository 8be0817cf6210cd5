import { useState } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import type { Ack } from '../../../protocol/messages.ts';
import './reactions.css';

interface Props {
  readonly session: AttendeeSession;
  readonly signs: readonly string[];
}

/** Signs that go to the stage at a tap. Nobody sees who sent them, and they are not kept. */
export function Reactions({ session, signs }: Props) {
  const [told, setTold] = useState('');
  const send = (sign: number): void => {
    void session.connection.ask<Ack>('reaction:send', { sign }).then((ack) => {
      setTold(ack?.ok === true ? `Sent: ${signs[sign] ?? ''}` : 'Not sent. Try again in a moment.');
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
        {told}
      </p>
    </div>
  );
}
