import { IdleSessions, type IdleLimits } from '../live/idle-sessions.ts';
import type { LiveSession } from '../live/live-session.ts';
import type { TellNodes } from '../live/node-messages.ts';
import { Retention } from '../live/retention.ts';
import { SessionRegistry } from '../live/session-registry.ts';
import {
  closeSession,
  sessionDeleted,
  startServices,
  stopServices,
  usageOf,
  type OpenSessions,
} from '../live/session-services.ts';
import { OtherNodes } from '../nodes/other-nodes.ts';
import type { EventLog } from '../storage/event-log.ts';
import type { Postgres } from '../storage/postgres/postgres.ts';
import type { ServerLogger } from '../telemetry/logger.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

interface SessionsDeps {
  readonly log: EventLog;
  readonly logger: ServerLogger;
  /** The days for which sessions are kept at most; null for any time. */
  readonly keepDays: number | null;
  readonly idleLimits: IdleLimits;
  /** The database that nodes share; null where this is the only one. */
  readonly postgres: Postgres | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
}

/** The sessions of one node, and all that looks after them. */
export interface SessionsOfNode {
  readonly registry: SessionRegistry;
  /** Disconnects everybody from a session that was deleted. */
  readonly onDeleted: (code: string) => void;
  stopTimers(): void;
  stopServices(): void;
  /** Ends the talk with other nodes. */
  leaveOthers(): Promise<void>;
}

/** Creates the registry, whose sessions have their services from the moment when they are open. */
export function createSessions(
  openSessions: OpenSessions,
  telemetry: Telemetry,
  deps: SessionsDeps,
): SessionsOfNode {
  const tellNodes: TellNodes = (message) => others?.tell(message);
  const registry = new SessionRegistry(
    deps.log,
    (session) => {
      session.onFault(telemetry.fault);
      session.onBroken(() => closeSession(openSessions, session, 'session-reloaded'));
      startServices(openSessions, session, { ...deps, tellNodes });
      // Something may have been written while it was read.
      others?.look();
    },
    (session) => idle.used(session),
  );
  const idle = letGoOfIdle(registry, openSessions, deps.idleLimits);
  const onDeleted = (code: string): void => sessionDeleted(openSessions, code, deps.logger);
  const onFault = telemetry.fault;
  const { postgres } = deps;
  const others =
    postgres && new OtherNodes({ postgres, registry, openSessions, onDeleted, onFault });
  const retention = new Retention({
    ...{ ...deps, registry, onFault },
    onDeleted: (code) => sessionDeleted(openSessions, code, deps.logger, 'keep'),
  });
  return {
    ...{ registry, onDeleted },
    stopTimers() {
      idle.stop();
      retention.stop();
    },
    stopServices() {
      for (const session of [...openSessions.keys()]) stopServices(openSessions, session);
    },
    async leaveOthers() {
      await others?.stop();
    },
  };
}

function letGoOfIdle(
  registry: SessionRegistry,
  openSessions: OpenSessions,
  limits: IdleLimits,
): IdleSessions<LiveSession> {
  return new IdleSessions(
    limits,
    (session) => usageOf(openSessions, session),
    ({ state }) => state.seq,
    (session) => {
      registry.letGo(session);
      stopServices(openSessions, session);
    },
  );
}
