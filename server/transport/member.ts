import type { LiveSession } from '../live/live-session.ts';
import type { SessionServices } from '../live/session-services.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Connection } from './connection.ts';
import type { Identity } from './socket-types.ts';

/** A connection that has joined a session. */
export interface Member {
  readonly connection: Connection;
  readonly identity: Identity;
  readonly session: LiveSession;
  readonly services: SessionServices;
  readonly telemetry: Telemetry;
  /** The address that makes a phone a remote of the session. */
  readonly remoteUrl: (session: LiveSession) => string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
}
