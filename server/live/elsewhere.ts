/** The attendees of one node whose latest answer to a question is on its way to the disk. */
export interface WaitingAnswers {
  readonly activity: string;
  readonly round: number;
  readonly pending: number;
  /** Those of them that have an answer on record. */
  readonly again: number;
  readonly overdue: number;
}

/** The numbers of a session that each node counts for itself. */
export interface NodeCounts {
  readonly stages: number;
  readonly remotes: number;
  /** Attendees whose last connection ended a short while ago. */
  readonly silent: number;
  readonly waiting: WaitingAnswers | null;
}

/** The share of one other node in a session. */
export interface OtherNode {
  readonly counts: NodeCounts;
  /** Attendees who are connected to it. */
  readonly attendees: ReadonlySet<string>;
  /** Another number wherever the attendees are others. */
  readonly version: number;
}

/** The shares of the other nodes in one session; empty where this node is the only one. */
export class Elsewhere {
  #nodes: readonly OtherNode[] = [];

  set(nodes: readonly OtherNode[]): void {
    this.#nodes = nodes;
  }

  /** All numbers: the same where nothing has changed. */
  get summary(): readonly unknown[] {
    return this.#nodes.map(({ counts, version }) => [counts, version]);
  }

  /** True for an attendee who is connected to another node. */
  has(attendee: string): boolean {
    return this.#nodes.some(({ attendees }) => attendees.has(attendee));
  }

  /** The attendees who are connected to other nodes and not `here`; one at several counts once. */
  countBeside(here: { has(attendee: string): boolean }): number {
    if (this.#nodes.length === 0) return 0;
    const beside = new Set<string>();
    for (const { attendees } of this.#nodes) {
      for (const attendee of attendees) if (!here.has(attendee)) beside.add(attendee);
    }
    return beside.size;
  }

  /** The sum of one number over the other nodes. */
  sum(name: 'stages' | 'remotes' | 'silent'): number {
    return this.#nodes.reduce((sum, { counts }) => sum + counts[name], 0);
  }

  /** Their answers on the way, for one question in one round. */
  waiting(activity: string, round: number): readonly WaitingAnswers[] {
    return this.#nodes.flatMap(({ counts: { waiting } }) =>
      waiting?.activity === activity && waiting.round === round ? [waiting] : [],
    );
  }
}
