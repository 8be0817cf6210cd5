import type { Ack, ScoreAck } from '../../src/protocol/messages.ts';
import { checkMessage, readShown } from '../../src/protocol/schemas.ts';
import { ownScore } from '../../src/session/board.ts';
import type { Command } from '../../src/session/commands.ts';
import type { Member } from './member.ts';

/** An attendee's own points, place, name and team. */
export function giveScore({ identity, session }: Member, message: unknown): ScoreAck {
  const error = checkMessage('score:get', message);
  if (error !== null) return { ok: false, error };
  return { ok: true, score: ownScore(session.state, identity.attendee) };
}

/** Notes that the attendee's page shows a question now. */
export function noteShown({ identity, services, now }: Member, message: unknown): Ack {
  const read = readShown(message);
  if (!read.ok) return read;
  const noted = services.shownQuestions.shown(identity.attendee, read.value, now());
  return noted.ok ? { ok: true } : noted;
}

/** The command; an answer with its time since its attendee's page showed the question. */
export function withTime({ services, now }: Member, command: Command): Command {
  if (command.type !== 'answer:give') return command;
  const { attendee, activity } = command;
  return { ...command, after: services.shownQuestions.after(attendee, activity, now()) };
}
