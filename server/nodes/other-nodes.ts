import { unreachable } from '../../src/lib/unreachable.ts';
import { nodeMessageSchema, type NodeMessage } from '../live/node-messages.ts';
import type { SessionRegistry } from '../live/session-registry.ts';
import type { OpenSessions, SessionServices } from '../live/session-services.ts';
import { latestFacts } from '../storage/postgres/latest-facts.ts';
import { NodeChannel } from '../storage/postgres/node-channel.ts';
import type { Postgres } from '../storage/postgres/postgres.ts';
import { shareCounts } from '../storage/postgres/share-counts.ts';
import type { OnFault } from '../telemetry/guarded.ts';
import { gestureFrame } from '../transport/pass-on-gesture.ts';
import { CountExchange } from './count-exchange.ts';
import { FollowLog } from './follow-log.ts';

interface OtherNodesDeps {
  /** The database that the nodes share. */
  readonly postgres: Postgres;
  readonly registry: SessionRegistry;
  readonly openSessions: OpenSessions;
  readonly onDeleted: (code: string) => void;
  readonly onFault: OnFault;
}

/** The other nodes: takes in what they write, count and pass on, and tells them of this one. */
export class OtherNodes {
  readonly #follow: FollowLog;
  readonly #exchange: CountExchange;
  readonly #channel: NodeChannel;

  constructor(readonly deps: OtherNodesDeps) {
    const { postgres, onFault } = deps;
    this.#follow = new FollowLog({
      ...deps,
      latest: (sessions) => latestFacts(postgres, sessions),
    });
    this.#exchange = new CountExchange({
      sessions: () => this.#byCode(),
      share: (own, known) => shareCounts(postgres, own, known),
      onFault,
    });
    this.#channel = new NodeChannel(postgres, {
      onFacts: ({ session, last }) => this.#follow.told(session, last),
      onMessage: (message) => this.#heard(message),
      onConnected: () => this.#follow.look(),
      onFault,
    });
  }

  /** Tells them of something that is kept nowhere. */
  tell(message: NodeMessage): void {
    this.#channel.send(message);
  }

  /** Looks for facts of which this node was not told: a session has just been read. */
  look(): void {
    this.#follow.look();
  }

  async stop(): Promise<void> {
    this.#follow.stop();
    await this.#exchange.stop();
    await this.#channel.stop();
  }

  #byCode(): ReadonlyMap<string, SessionServices> {
    return new Map(
      [...this.deps.openSessions].map(([{ state }, services]) => [state.code, services]),
    );
  }

  #heard(sent: unknown): void {
    const message = nodeMessageSchema.safeParse(sent);
    // A node of another version may say more.
    if (!message.success) return;
    const services = this.#byCode().get(message.data.session);
    if (services !== undefined) passToPages(message.data, services);
  }
}

function passToPages(
  message: NodeMessage,
  { publisher, reactions, remotes }: SessionServices,
): void {
  switch (message.type) {
    case 'gesture': {
      const frame = gestureFrame(message.event, message.message);
      if (frame.ok) publisher.toStages(frame.value);
      return;
    }
    case 'reactions':
      reactions.addElsewhere(message.counts);
      return;
    case 'moved':
      remotes.tellMoved(null, { by: message.by });
      return;
    default:
      unreachable(message);
  }
}
