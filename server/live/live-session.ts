import { failure, success, type Result } from '../../src/lib/result.ts';
import { splitBatch } from '../../src/session/batch.ts';
import type { Command } from '../../src/session/commands.ts';
import { decide } from '../../src/session/decide.ts';
import type { Decision } from '../../src/session/decision.ts';
import { evolve } from '../../src/session/evolve.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import { refusal, type Refusal } from '../../src/session/refusal.ts';
import type { SessionState } from '../../src/session/state.ts';
import type { EventLog, StorageProblem } from '../storage/event-log.ts';
import { guarded } from '../telemetry/guarded.ts';
import { comeFirst } from '../limits/give-way.ts';

// Enough to fill a commit, few enough that a crowd's receipts come in several portions.
const LARGEST_BATCH = 1_000;

// A commit costs as much as ten answers, and nobody notices five milliseconds: where answers come as
// fast as a crowd's, the next commit takes along those that come meanwhile.
const COMMIT_INTERVAL = 5;
const CROWD_SPACING = 4;
const LONGEST_SPACING = 100;
const WORTH_A_COMMIT = 50;

// Each reading of what another node has written costs as much as twenty of its answers: while a hall answers there,
// they are read together, soon enough for every screen.
const FOLLOW_INTERVAL = 100;

/** The facts that a command made, none where it changed nothing; or why it was not done. */
export type Outcome = Result<readonly StoredFact[], Refusal | StorageProblem>;

interface Waiting {
  readonly command: Command;
  readonly settle: (outcome: Outcome) => void;
}

const reloading: StorageProblem = {
  name: 'unavailable',
  message: 'This session is read again from its log. Try again in a moment.',
};

/**
 * One live session: the only mutable state. Its state is never ahead of the log: commands are decided
 * on durable facts alone, and while one commit is in flight the next commands wait for the next,
 * which is the group commit. So everything that can be read here is durable.
 */
export class LiveSession {
  #waiting: Waiting[] = [];
  readonly #factListeners = new Set<(facts: readonly StoredFact[]) => void>();
  readonly #othersListeners = new Set<(facts: readonly StoredFact[]) => void>();
  readonly #faultListeners = new Set<(error: unknown) => void>();
  readonly #brokenListeners = new Set<() => void>();
  #isWorking = false;
  #committedAt = -Infinity;
  /** Milliseconds between two answers, averaged over the last ones. */
  #spacing = LONGEST_SPACING;
  #isHeld = false;
  /** The number of the latest fact that another node is known to have written. */
  #others = 0;
  #following: NodeJS.Timeout | null = null;
  #caughtUpAt = -Infinity;
  /** The refusal of every further command; null while commands are taken. */
  #closedBy: Refusal | StorageProblem | null = null;

  constructor(
    readonly state: SessionState,
    readonly log: EventLog,
  ) {}

  /** Resolves once the facts that follow from the command are durable, or it was refused. */
  dispatch(command: Command): Promise<Outcome> {
    return new Promise((settle) => this.submit(command, settle));
  }

  /** The same for thousands of commands, without a promise for each: calls `settle`, once. */
  submit(command: Command, settle: (outcome: Outcome) => void): void {
    this.#waiting.push({ command, settle });
    this.#startWork();
  }

  /** Calls with the facts of each commit, before those who waited for it hear. */
  onFacts(listener: (facts: readonly StoredFact[]) => void): void {
    this.#factListeners.add(guarded((error) => this.fault(error), listener));
  }

  /** Calls with the facts that another node has written, after `onFacts`. */
  onOthersFacts(listener: (facts: readonly StoredFact[]) => void): void {
    this.#othersListeners.add(guarded((error) => this.fault(error), listener));
  }

  /** Calls with each error that nobody expected. */
  onFault(listener: (error: unknown) => void): void {
    this.#faultListeners.add(listener);
  }

  /** Calls when the state can no longer be relied on: the session must be read again from its log. */
  onBroken(listener: () => void): void {
    this.#brokenListeners.add(guarded((error) => this.fault(error), listener));
  }

  /** Notes an error that nobody expected, met in work for this session. */
  fault(error: unknown): void {
    for (const listener of this.#faultListeners) listener(error);
  }

  /** Lets commands wait, until `release` or `close`. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Goes on with the commands that waited. */
  release(): void {
    this.#isHeld = false;
    this.#startWork();
  }

  /** Reads what another node has written, up to a number, unless it is known. */
  followTo(last: number): void {
    this.#others = Math.max(this.#others, last);
    if (!this.#isBehind || this.#following !== null) return;
    const wait = Math.max(0, this.#caughtUpAt + FOLLOW_INTERVAL - performance.now());
    this.#following = setTimeout(() => {
      this.#following = null;
      if (this.#isBehind) this.#startWork();
    }, wait);
  }

  /** Refuses every command from now on: a session that was deleted must not write again. */
  close(): void {
    this.#closedBy ??= refusal('session-deleted');
    this.release();
  }

  /** True while commands wait, or are being written. */
  get isBusy(): boolean {
    return this.#isWorking || this.#waiting.length > 0;
  }

  /** Refuses every command from now on: the session will be read again from its log. */
  retire(): void {
    this.#closedBy ??= reloading;
  }

  get #isBehind(): boolean {
    return this.#others > this.state.seq && this.#closedBy === null;
  }

  #startWork(): void {
    if (!this.#isWorking) void this.#work();
  }

  /** Never rejects: `#commit` catches all that is thrown in it. */
  async #work(): Promise<void> {
    this.#isWorking = true;
    const done = comeFirst();
    while (!this.#isHeld && (this.#isBehind || this.#waiting.length > 0)) {
      if (this.#isBehind) await this.#catchUp();
      if (this.#waiting.length === 0) continue;
      await this.#gather();
      // Held meanwhile, it may be being deleted, and must not be written to.
      if (this.#isHeld) break;
      const { now, later } = splitBatch(this.#waiting, LARGEST_BATCH);
      this.#waiting = [...later];
      await this.#commit(now);
    }
    done();
    this.#isWorking = false;
  }

  /** Never rejects. What cannot be read now is looked for again a second later (nodes/follow-log.ts). */
  async #catchUp(): Promise<void> {
    this.#caughtUpAt = performance.now();
    const read = await this.log.read(this.state.code, this.state.seq, LARGEST_BATCH);
    if (!read.ok || read.value.length === 0) {
      this.#others = this.state.seq;
      return;
    }
    try {
      for (const fact of read.value) evolve(this.state, fact);
      this.#tell(read.value, []);
    } catch (error) {
      this.#break(error);
    }
  }

  #tell(others: readonly StoredFact[], own: readonly StoredFact[]): void {
    const facts = others.length === 0 ? own : [...others, ...own];
    if (facts.length > 0) for (const listener of this.#factListeners) listener(facts);
    if (others.length > 0) for (const listener of this.#othersListeners) listener(others);
  }

  async #gather(): Promise<void> {
    const isAnswer = this.#waiting[0]?.command.type === 'answer:give';
    const isFew = this.#waiting.length < WORTH_A_COMMIT;
    const isCrowd = isAnswer && isFew && this.#spacing < CROWD_SPACING;
    const wait = isCrowd ? this.#committedAt + COMMIT_INTERVAL - performance.now() : 0;
    if (wait > 0) await new Promise((gathered) => setTimeout(gathered, wait));
    const now = performance.now();
    const since = Math.min(LONGEST_SPACING, (now - this.#committedAt) / this.#waiting.length);
    this.#spacing += (since - this.#spacing) / 10;
    this.#committedAt = now;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    let outcomes: readonly Outcome[] = [];
    try {
      if (this.#closedBy === null) outcomes = await this.#write(batch);
    } catch (error) {
      this.#break(error);
    }
    const closed = this.#closedBy;
    for (const [index, { settle }] of batch.entries()) {
      const outcome = outcomes[index] ?? failure(closed ?? reloading);
      guarded((error) => this.fault(error), settle)(outcome);
    }
  }

  /** The outcome of each command. Throws where the state may be half changed. */
  async #write(batch: readonly Waiting[]): Promise<readonly Outcome[]> {
    let decisions: readonly Decision[] = [];
    let newer: readonly StoredFact[] = [];
    let thrown: { readonly error: unknown } | null = null;
    const written = await this.log.transact(this.state.code, this.state.seq, (facts) => {
      // Thrown on, it would be taken for a problem of the log.
      try {
        for (const fact of facts) evolve(this.state, fact);
      } catch (error) {
        thrown = { error };
        return [];
      }
      newer = [...newer, ...facts];
      decisions = batch.map(({ command }) => this.#decide(command));
      return decisions.flatMap((decision) => (decision.ok ? decision.value : []));
    });
    rethrow(thrown);
    if (written.ok) for (const fact of written.value) evolve(this.state, fact);
    this.#tell(newer, written.ok ? written.value : []);
    return outcomesOf(decisions, written, batch.length);
  }

  /** A fault in deciding one command holds up no other, and does not come again and again. */
  #decide(command: Command): Decision {
    try {
      return decide(this.state, command);
    } catch (error) {
      this.fault(error);
      return failure(refusal('fault'));
    }
  }

  /** The log is right, and the state may not be: nothing more is decided or shown by it. */
  #break(error: unknown): void {
    this.#closedBy ??= reloading;
    this.fault(error);
    for (const listener of this.#brokenListeners) listener();
  }
}

function rethrow(thrown: { readonly error: unknown } | null): void {
  if (thrown !== null) throw thrown.error;
}

/** Gives each command the facts that it made, out of all that were written together. */
function outcomesOf(
  decisions: readonly Decision[],
  written: Result<readonly StoredFact[], StorageProblem>,
  count: number,
): readonly Outcome[] {
  if (!written.ok) return Array.from({ length: count }, () => written);
  let next = 0;
  return decisions.map((decision) => {
    if (!decision.ok) return decision;
    const made = written.value.slice(next, next + decision.value.length);
    next += made.length;
    return success(made);
  });
}
