import { failure, success, type Result } from '../../src/lib/result.ts';
import { partBatch } from '../../src/session/batch.ts';
import type { Command } from '../../src/session/commands.ts';
import { decide, type Decision } from '../../src/session/decide.ts';
import { evolve } from '../../src/session/evolve.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import { refusal, type Refusal } from '../../src/session/refusal.ts';
import type { SessionState } from '../../src/session/state.ts';
import type { EventLog, StorageProblem } from '../storage/event-log.ts';

// Enough to fill a commit, few enough that a crowd's acknowledgements come in several portions.
const MOST_IN_A_BATCH = 1_000;

// A commit costs as much as ten votes, and nobody notices five milliseconds: where answers come as
// fast as a crowd's, the next commit takes along what comes meanwhile.
const COMMIT_INTERVAL = 5;
const CROWD_SPACING = 4;
const LONGEST_SPACING = 100;
const WORTH_A_COMMIT = 50;

/** What became of a command: what followed from it, none where it changed nothing. */
export type Outcome = Result<readonly StoredFact[], Refusal | StorageProblem>;

interface Waiting {
  readonly command: Command;
  readonly settle: (outcome: Outcome) => void;
}

/**
 * One live session: the only mutable state. Its state is never ahead of the log: commands are
 * decided on durable facts alone, and while one commit is in flight the next commands wait for the
 * next, which is the group commit. So whatever is read here at any moment can't be lost.
 */
export class LiveSession {
  #waiting: Waiting[] = [];
  readonly #listeners = new Set<(facts: readonly StoredFact[]) => void>();
  readonly #faultListeners = new Set<(error: unknown) => void>();
  #busy = false;
  #committedAt = -Infinity;
  /** Milliseconds between two answers, of late. */
  #spacing = LONGEST_SPACING;
  #held = false;
  #closed = false;

  constructor(
    readonly state: SessionState,
    readonly log: EventLog,
  ) {}

  /** Resolves once what follows from the command is durable, or it was refused. */
  dispatch(command: Command): Promise<Outcome> {
    return new Promise((settle) => this.submit(command, settle));
  }

  /** The same for those who have thousands: calls `settle`, once. */
  submit(command: Command, settle: (outcome: Outcome) => void): void {
    this.#waiting.push({ command, settle });
    if (!this.#busy) void this.#work();
  }

  /** Calls with the facts of each commit, before those who waited for it hear. */
  onFacts(listener: (facts: readonly StoredFact[]) => void): void {
    this.#listeners.add(listener);
  }

  /** Calls with faults that nobody expected, met while a command was decided. */
  onFault(listener: (error: unknown) => void): void {
    this.#faultListeners.add(listener);
  }

  /** Tells of an error that nobody expected, met while something was done for this session. */
  fault(error: unknown): void {
    for (const listener of this.#faultListeners) listener(error);
  }

  /** Lets commands wait, until `release` or `close`. */
  hold(): void {
    this.#held = true;
  }

  /** Goes on with what waited. */
  release(): void {
    this.#held = false;
    if (!this.#busy) void this.#work();
  }

  /** Refuses every command from now on: a session that was forgotten must not write again. */
  close(): void {
    this.#closed = true;
    this.release();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    while (!this.#held && this.#waiting.length > 0) {
      await this.#gather();
      // It may be held since: what is being deleted must not be written to.
      if (this.#held) break;
      const { now, later } = partBatch(this.#waiting, MOST_IN_A_BATCH);
      this.#waiting = [...later];
      await this.#commit(now);
    }
    this.#busy = false;
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

  /** A fault in what decides one command must not hold up the others, nor come again and again. */
  #decide(command: Command): Decision {
    try {
      return decide(this.state, command);
    } catch (error) {
      this.fault(error);
      return failure(refusal('fault'));
    }
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    if (this.#closed) {
      for (const { settle } of batch) settle(failure(refusal('session-deleted')));
      return;
    }
    let decisions: Decision[] = [];
    const elsewhere: StoredFact[] = [];
    const written = await this.log.transact(this.state.code, this.state.seq, (newer) => {
      for (const fact of newer) evolve(this.state, fact);
      elsewhere.push(...newer);
      decisions = batch.map(({ command }) => this.#decide(command));
      return decisions.flatMap((decision) => (decision.ok ? decision.value : []));
    });
    if (written.ok) for (const fact of written.value) evolve(this.state, fact);
    const facts = written.ok ? [...elsewhere, ...written.value] : elsewhere;
    if (facts.length > 0) for (const listener of this.#listeners) listener(facts);
    let next = 0;
    for (const [index, { settle }] of batch.entries()) {
      const decision = decisions[index];
      if (!written.ok) settle(written);
      else if (decision?.ok === false) settle(decision);
      else {
        const made = decision?.value.length ?? 0;
        settle(success(written.value.slice(next, next + made)));
        next += made;
      }
    }
  }
}
