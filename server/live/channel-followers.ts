import { isForRoom } from '../../src/session/channels.ts';
import type { Connection } from '../transport/connection.ts';
import type { Frame } from '../transport/ws-frame.ts';
import type { LiveSession } from './live-session.ts';
import type { Presence } from './presence.ts';

/** The publisher, as far as this needs it. */
interface Publishing {
  readonly presence: Presence;
  readonly session: LiveSession;
  tallyFrame(channel: string): Frame | null;
}

/** Lets attendees' pages follow the channels whose tally the room may see. */
export class ChannelFollowers {
  constructor(readonly publisher: Publishing) {}

  /** Lets a page follow a channel from now on. Returns its present tally; null where it may not. */
  follow(connection: Connection, channel: string): Frame | null {
    const { presence, session } = this.publisher;
    const found = session.state.channels.get(channel);
    if (found === undefined || !isForRoom(found)) return null;
    presence.followersOf(channel).add(connection);
    return this.publisher.tallyFrame(channel);
  }

  unfollow(connection: Connection, channel: string): void {
    const { presence, session } = this.publisher;
    if (session.state.channels.has(channel)) presence.followersOf(channel).delete(connection);
  }
}
