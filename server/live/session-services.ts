import { followAnswersElsewhere } from './answers-elsewhere.ts';
import type { TellNodes } from './node-messages.ts';
import { Presence } from './presence.ts';
import { forAttendee, forConsole } from '../transport/socket-types.ts';
import { Publisher } from './publisher.ts';
import type { LiveSession } from './live-session.ts';
import { Countdowns, shortenCountdowns } from './countdowns.ts';
import type { ServerLogger } from '../telemetry/logger.ts';
import type { Usage } from './idle-sessions.ts';
import { PlayerNews } from './player-news.ts';
import { ReactionCounts } from './reaction-counts.ts';
import { Remotes } from './remotes.ts';
import { ShownQuestions } from './shown-questions.ts';
import { summaryOf } from './session-summary.ts';
import { DeliveryStatus } from './delivery-status.ts';

/** The parts that serve an open session. */
export interface SessionServices {
  readonly publisher: Publisher;
  readonly remotes: Remotes;
  readonly deliveryStatus: DeliveryStatus;
  readonly countdowns: Countdowns;
  readonly reactions: ReactionCounts;
  readonly shownQuestions: ShownQuestions;
  readonly playerNews: PlayerNews;
  /** Tells other nodes, where somebody there has a page to show it. */
  readonly tellOthers: TellNodes;
}

/** The sessions that are open in this process, with their services. */
export type OpenSessions = Map<LiveSession, SessionServices>;

interface ServicesDeps {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  readonly logger: ServerLogger;
  readonly tellNodes: TellNodes;
}

/** Starts the services of a session. */
export function startServices(
  openSessions: OpenSessions,
  session: LiveSession,
  { now, logger, tellNodes }: ServicesDeps,
): void {
  shortenCountdowns(session.state, now());
  const presence = new Presence();
  const publisher = new Publisher(presence, session);
  const tellOthers = whereShown(presence, tellNodes);
  followAnswersElsewhere(session, publisher);
  openSessions.set(session, {
    publisher,
    reactions: new ReactionCounts(
      publisher,
      (error) => session.fault(error),
      (counts) =>
        tellOthers({ type: 'reactions', session: session.state.code, counts: [...counts] }),
    ),
    tellOthers,
    shownQuestions: new ShownQuestions(session.state),
    playerNews: new PlayerNews(session, publisher, (error) => session.fault(error)),
    remotes: new Remotes(presence, session),
    deliveryStatus: new DeliveryStatus(session, {
      now,
      elsewhere: presence.elsewhere,
      tell: (delivery) => {
        const frame = forConsole('delivery:changed', delivery);
        for (const connection of presence.consoles) connection.send(frame);
      },
    }),
    countdowns: new Countdowns(session, now),
  });
  session.onFacts((facts) => {
    for (const { fact } of facts) {
      if (fact.type === 'session:ended') logger.sessionEnded(summaryOf(session.state));
      if (fact.type === 'session:reopened') logger.sessionReopened(summaryOf(session.state));
    }
  });
}

/** Tells other nodes of gestures and reactions only while one of them shows a stage. */
function whereShown({ elsewhere }: Presence, tellNodes: TellNodes): TellNodes {
  return (message) => {
    if (message.type === 'moved' || elsewhere.sum('stages') > 0) tellNodes(message);
  };
}

export function stopServices(openSessions: OpenSessions, session: LiveSession): void {
  const services = openSessions.get(session);
  services?.publisher.stop();
  services?.remotes.stop();
  services?.deliveryStatus.stop();
  services?.countdowns.stop();
  services?.reactions.stop();
  services?.playerNews.stop();
  openSessions.delete(session);
}

/**
 * Tells whether a session must stay in memory: somebody is connected, a command is on its way to the
 * disk, or a countdown runs. All else is in its log.
 */
export function usageOf(openSessions: OpenSessions, session: LiveSession): Usage {
  const services = openSessions.get(session);
  if (services === undefined) return 'closed';
  const { publisher, countdowns } = services;
  const isUsed = !publisher.presence.isEmpty || session.isBusy || countdowns.isRunning;
  return isUsed ? 'used' : 'unused';
}

/** The connections of each open session. */
export function presences(openSessions: OpenSessions): (readonly [LiveSession, Presence])[] {
  return [...openSessions].map(([session, { publisher }]) => [session, publisher.presence]);
}

/** Stops the services of a session and closes its connections. */
export function closeSession(
  openSessions: OpenSessions,
  session: LiveSession,
  reason: 'session-deleted' | 'session-reloaded',
): void {
  const connections = [...(openSessions.get(session)?.publisher.presence.everybody() ?? [])];
  stopServices(openSessions, session);
  const deleted = forAttendee('session:deleted');
  for (const connection of connections) {
    if (reason === 'session-deleted') connection.send(deleted);
    connection.close(reason);
  }
}

/**
 * Tells everybody in a session that it was deleted, on request or because it is kept no longer, and closes
 * their connections.
 */
export function sessionDeleted(
  openSessions: OpenSessions,
  code: string,
  logger: ServerLogger,
  cause: 'request' | 'keep' = 'request',
): void {
  const session = [...openSessions.keys()].find(({ state }) => state.code === code);
  if (session !== undefined) closeSession(openSessions, session, 'session-deleted');
  logger.sessionDeleted(session === undefined ? null : summaryOf(session.state), cause);
}
