import type { Delivery } from '../../src/protocol/messages.ts';
import { slideAt } from '../../src/deck/navigation.ts';
import type { AnswerCommand } from '../../src/session/commands.ts';
import { Throttle, fixedInterval } from './throttle.ts';
import type { Outcome, LiveSession } from './live-session.ts';
import { isStorageProblem } from '../storage/event-log.ts';
import { PendingAnswers } from './pending-answers.ts';
import { MissingClients } from './missing-clients.ts';

const INTERVAL = 500;

interface ReconciliationDeps {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  /** Tells the session's consoles. */
  readonly tell: (delivery: Delivery) => void;
}

/**
 * Where the answers of one session are between the phones and the disk, for its consoles: at most
 * twice a second.
 */
export class DeliveryStatus {
  readonly #pending: PendingAnswers;
  readonly #silent: MissingClients;
  readonly #pace = new Throttle(fixedInterval(INTERVAL), () => this.#tell());
  #stopped = false;
  /** A look at answers that have not settled by then, and at phones that are missed no more. */
  #later: { readonly timer: NodeJS.Timeout; readonly due: number } | null = null;

  constructor(
    readonly session: LiveSession,
    readonly deps: ReconciliationDeps,
  ) {
    this.#pending = new PendingAnswers(session.state, deps.now);
    this.#silent = new MissingClients(deps.now);
    session.onFacts((facts) => {
      if (facts.some(({ fact }) => fact.type !== 'answer:given')) this.#changed();
    });
  }

  /** An answer reached the server. Most are recorded before anybody need hear that they wait. */
  received(command: AnswerCommand): void {
    this.#pending.received(command);
    this.#lookIn(INTERVAL);
  }

  settled(command: AnswerCommand, outcome: Outcome): void {
    // The phone keeps what was refused for a reason that passes, and sends it again.
    if (outcome.ok || !isStorageProblem(outcome.error.name)) this.#pending.settled(command);
    this.#changed();
  }

  /** An attendee has a connection. */
  came(attendee: string): void {
    this.#silent.came(attendee);
    this.#changed();
  }

  /** An attendee's last connection ended. */
  left(attendee: string): void {
    this.#silent.left(attendee);
    this.#changed();
  }

  delivery(): Delivery {
    const { deck, position, activities } = this.session.state;
    const activityState = activities.get(slideAt(deck, position)?.activity ?? '');
    return {
      question:
        activityState === undefined || activityState.phase === 'waiting'
          ? null
          : this.#pending.reckon(activityState),
      silent: this.#silent.count(),
    };
  }

  stop(): void {
    this.#stopped = true;
    this.#pace.stop();
    clearTimeout(this.#later?.timer);
  }

  #tell(): number {
    const delivery = this.delivery();
    this.deps.tell(delivery);
    // How long they wait changes by itself.
    if ((delivery.question?.pending ?? 0) > 0) this.#lookIn(INTERVAL);
    const forgottenIn = this.#silent.nextForgottenIn();
    if (forgottenIn !== null) this.#lookIn(forgottenIn);
    return 0;
  }

  #changed(): void {
    if (!this.#stopped) this.#pace.changed('');
  }

  /** One look is planned at a time: the soonest. It plans the next one. */
  #lookIn(milliseconds: number): void {
    const due = performance.now() + milliseconds;
    if (this.#stopped || (this.#later !== null && this.#later.due <= due)) return;
    clearTimeout(this.#later?.timer);
    const timer = setTimeout(() => {
      this.#later = null;
      this.#changed();
    }, milliseconds);
    this.#later = { timer, due };
  }
}
