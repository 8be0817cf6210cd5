import {
  connectionRefusals,
  messageRefusals,
  storageProblemNames,
  type WireErrorName,
} from '../../src/protocol/refusals.ts';
import { Counter, CounterBy, exposition, Histogram, type Family } from './prometheus.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const FACTS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000];

/** The counts and times of this process since it started; docs/operations.md explains them. */
export class Metrics {
  readonly #answers = new Counter(
    'plenary_answers_total',
    'Answers of attendees that reached the server and could be understood.',
  );
  readonly #receipts = new Counter(
    'plenary_receipts_total',
    'Receipts given for answers: they are on disk.',
  );
  readonly #answerSeconds = new Histogram(
    'plenary_answer_seconds',
    'From an answer received to its receipt.',
    SECONDS,
  );
  readonly #refusals = new CounterBy(
    'plenary_refusals_total',
    'Messages that were refused, by reason.',
    'reason',
    messageRefusals,
  );
  readonly #connectionRefusals = new CounterBy(
    'plenary_connection_refusals_total',
    'Connections that were refused, by reason.',
    'reason',
    connectionRefusals,
  );
  readonly #facts = new Histogram('plenary_commit_facts', 'Facts in one commit.', FACTS);
  readonly #commit = new Histogram(
    'plenary_commit_seconds',
    'From a batch of commands handed to the log to its commit on disk.',
    SECONDS,
  );
  readonly #storage = new CounterBy(
    'plenary_storage_failures_total',
    'Times the log could not be written or read, by problem.',
    'problem',
    storageProblemNames,
  );
  readonly #lag = new Histogram(
    'plenary_event_loop_lag_seconds',
    'The lag of the event loop, ten times a second.',
    SECONDS,
  );
  readonly #faults = new Counter('plenary_faults_total', 'Errors that nobody expected.');

  answerReceived(): void {
    this.#answers.add();
  }

  /** `seconds` after the answer was received. */
  receiptGiven(seconds: number): void {
    this.#receipts.add();
    this.#answerSeconds.observe(seconds);
  }

  messageRefused(reason: WireErrorName): void {
    this.#refusals.add(reason);
  }

  connectionRefused(reason: WireErrorName): void {
    this.#connectionRefusals.add(reason);
  }

  committed(facts: number, seconds: number): void {
    this.#facts.observe(facts);
    this.#commit.observe(seconds);
  }

  storageFailed(problem: string): void {
    this.#storage.add(problem);
  }

  lagged(seconds: number): void {
    this.#lag.observe(seconds);
  }

  faulted(): void {
    this.#faults.add();
  }

  /** All of them and `more` in the text format of Prometheus. */
  text(more: readonly Family[]): string {
    return exposition([
      this.#answers,
      this.#receipts,
      this.#answerSeconds,
      this.#refusals,
      this.#connectionRefusals,
      this.#facts,
      this.#commit,
      this.#storage,
      this.#lag,
      this.#faults,
      ...more,
    ]);
  }
}
