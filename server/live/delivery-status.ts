import type { Delivery } from '../../src/protocol/messages.ts';
import { slideAt } from '../../src/deck/navigation.ts';
import type { AnswerCommand } from '../../src/session/commands.ts';
import { Throttle, fixedInterval } from './throttle.ts';
import type { Outcome, LiveSession } from './live-session.ts';
import { isStorageProblem } from '../storage/event-log.ts';
import { PendingAnswers } from './pending-answers.ts';
import { MissingClients } from './missing-clients.ts';

const INTERVAL = 500;

interface DeliveryDeps {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  /** Tells the session's consoles. */
  readonly tell: (delivery: Delivery) => void;
}

/** The counts of a session's answers on their way to the disk, for its consoles: at most twice a second. */
export class DeliveryStatus {
  readonly #pending: PendingAnswers;
  readonly #missing: MissingClients;
  readonly #throttle = new Throttle(
    fixedInterval(INTERVAL),
    () => this.#tell(),
    (error) => this.session.fault(error),
  );
  #stopped = false;
  /** The next count, planned because of answers that wait or of phones that will no longer be missed. */
  #later: { readonly timer: NodeJS.Timeout; readonly due: number } | null = null;

  constructor(
    readonly session: LiveSession,
    readonly deps: DeliveryDeps,
  ) {
    this.#pending = new PendingAnswers(session.state, deps.now);
    this.#missing = new MissingClients(deps.now);
    session.onFacts((facts) => {
      if (facts.some(({ fact }) => fact.type !== 'answer:given')) this.#changed();
    });
  }

  /** Notes an answer that reached the server. Most are recorded before a console would show them. */
  received(command: AnswerCommand): void {
    this.#pending.received(command);
    this.#countIn(INTERVAL);
  }

  settled(command: AnswerCommand, outcome: Outcome): void {
    // The phone keeps what was refused for a reason that passes, and sends it again.
    if (outcome.ok || !isStorageProblem(outcome.error.name)) this.#pending.settled(command);
    this.#changed();
  }

  /** Notes that an attendee has a connection. */
  came(attendee: string): void {
    this.#missing.came(attendee);
    this.#changed();
  }

  /** Notes that an attendee's last connection ended. */
  left(attendee: string): void {
    this.#missing.left(attendee);
    this.#changed();
  }

  delivery(): Delivery {
    const { deck, position, activities } = this.session.state;
    const activityState = activities.get(slideAt(deck, position)?.activity ?? '');
    return {
      question:
        activityState === undefined || activityState.phase === 'waiting'
          ? null
          : this.#pending.count(activityState),
      silent: this.#missing.count(),
    };
  }

  stop(): void {
    this.#stopped = true;
    this.#throttle.stop();
    clearTimeout(this.#later?.timer);
  }

  #tell(): number {
    const delivery = this.delivery();
    this.deps.tell(delivery);
    // They wait longer without any change.
    if ((delivery.question?.pending ?? 0) > 0) this.#countIn(INTERVAL);
    const forgottenIn = this.#missing.nextForgottenIn();
    if (forgottenIn !== null) this.#countIn(forgottenIn);
    return 0;
  }

  #changed(): void {
    this.#throttle.changed('');
  }

  /** Plans one count at a time: the soonest. It plans the next one. */
  #countIn(milliseconds: number): void {
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
