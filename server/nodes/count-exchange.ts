import { z } from 'zod';
import type { NodeCounts, OtherNode } from '../live/elsewhere.ts';
import type { SessionServices } from '../live/session-services.ts';
import type { OthersCounts, SharedCounts } from '../storage/postgres/share-counts.ts';
import type { OnFault } from '../telemetry/guarded.ts';

/** Milliseconds. */
const SHARE_EVERY_MS = 500;

/** A crash of PostgreSQL takes what was shared: all of it is shared again so often, in shares. */
const WHOLE_EVERY = 10;

const nodeCounts = z.object({
  stages: z.number(),
  remotes: z.number(),
  silent: z.number(),
  waiting: z
    .object({
      activity: z.string(),
      round: z.number(),
      pending: z.number(),
      again: z.number(),
      overdue: z.number(),
    })
    .nullable(),
}) satisfies z.ZodType<NodeCounts>;

interface ExchangeDeps {
  /** The sessions of this node that are open, by their codes. */
  readonly sessions: () => ReadonlyMap<string, SessionServices>;
  /** Shares the numbers of this node, and resolves with those of the others. */
  readonly share: (
    own: readonly SharedCounts[],
    known: readonly Pick<OthersCounts, 'node' | 'session' | 'version'>[],
  ) => Promise<readonly OthersCounts[]>;
  readonly onFault: OnFault;
}

/** The shares of the others, by session and node. */
type Known = Map<string, Map<string, OtherNode>>;

/** The attendees that this node last shared of a session. */
interface Shared {
  readonly attendees: readonly string[];
  readonly version: number;
}

/** Exchanges with the other nodes who is connected and what is on its way to the disk, twice a second. */
export class CountExchange {
  #timer: NodeJS.Timeout | null = null;
  #isStopped = false;
  #shares = 0;
  /** Begins anywhere: a node that is started again under its name must not seem to know. */
  #version = Math.floor(Math.random() * 1_000_000_000);
  #shared = new Map<string, Shared>();
  #known: Known = new Map();

  constructor(readonly deps: ExchangeDeps) {
    this.#later();
  }

  /** Takes this node out of the numbers of the others. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    // If the database is away, they notice by themselves.
    await this.deps.share([], []).catch(() => undefined);
  }

  /** Shares once, now. Rejects where the database cannot be asked. */
  async exchange(): Promise<void> {
    const sessions = this.deps.sessions();
    if (sessions.size === 0 && this.#shared.size === 0) return;
    this.#shares += 1;
    const own = [...sessions].map(([code, services]) => this.#own(code, services));
    const rows = await this.deps.share(own, this.#versions());
    this.#take(rows);
    for (const code of this.#shared.keys()) if (!sessions.has(code)) this.#shared.delete(code);
    for (const [code, services] of sessions) this.#tell(code, services);
  }

  #later(): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      // While the database is away, the others count as they did; the consoles say what is wrong.
      void this.exchange()
        .catch(() => undefined)
        .finally(() => this.#later());
    }, SHARE_EVERY_MS);
    this.#timer.unref();
  }

  #own(code: string, { publisher, deliveryStatus }: SessionServices): SharedCounts {
    const { presence } = publisher;
    const counts: NodeCounts = {
      stages: presence.unauthenticatedStages.size + presence.authenticatedStages.size,
      remotes: presence.remotes.size,
      ...deliveryStatus.here(),
    };
    const attendees = presence.attendeesHere();
    const last = this.#shared.get(code);
    const isKnown = last !== undefined && isSame(last.attendees, attendees);
    if (isKnown) {
      const isWhole = this.#shares % WHOLE_EVERY === 0;
      return {
        session: code,
        counts,
        version: last.version,
        attendees: isWhole ? attendees : null,
      };
    }
    this.#version += 1;
    this.#shared.set(code, { attendees, version: this.#version });
    return { session: code, counts, version: this.#version, attendees };
  }

  #versions(): Pick<OthersCounts, 'node' | 'session' | 'version'>[] {
    return [...this.#known].flatMap(([session, nodes]) =>
      [...nodes].map(([node, { version }]) => ({ node, session, version })),
    );
  }

  #take(rows: readonly OthersCounts[]): void {
    const known: Known = new Map();
    for (const { node, session, version, attendees, ...row } of rows) {
      const counts = nodeCounts.safeParse(row.counts);
      // Another version of Plenary, which counts otherwise.
      if (!counts.success) continue;
      const before = this.#known.get(session)?.get(node);
      const nodes = known.get(session) ?? new Map<string, OtherNode>();
      known.set(
        session,
        nodes.set(node, {
          ...{ counts: counts.data, version },
          attendees: attendees === null ? (before?.attendees ?? new Set()) : new Set(attendees),
        }),
      );
    }
    this.#known = known;
  }

  #tell(code: string, { publisher, deliveryStatus, remotes }: SessionServices): void {
    const { elsewhere } = publisher.presence;
    const before = JSON.stringify(elsewhere.summary);
    elsewhere.set([...(this.#known.get(code)?.values() ?? [])]);
    if (JSON.stringify(elsewhere.summary) === before) return;
    try {
      publisher.presenceChanged();
      deliveryStatus.elsewhereChanged();
      remotes.changed();
    } catch (error) {
      this.deps.onFault(error);
    }
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((attendee, index) => attendee === other[index]);
}
