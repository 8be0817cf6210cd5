import type { Delivery } from '../../src/protocol/messages.ts';
import { slideAt } from '../../src/deck/navigation.ts';
import type { AnswerCommand } from '../../src/session/commands.ts';
import type { ActivityState } from '../../src/session/state.ts';
import type { Elsewhere, NodeCounts } from './elsewhere.ts';
import { Throttle, fixedInterval } from './throttle.ts';
import type { Outcome, LiveSession } from './live-session.ts';
import { isStorageProblem } from '../storage/event-log.ts';
import { PendingAnswers, questionDelivery } from './pending-answers.ts';
import { MissingClients } from './missing-clients.ts';

const INTERVAL = 500;

interface DeliveryDeps {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  /** The counts of other nodes. */
  readonly elsewhere: Elsewhere;
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

  /** Notes that an attendee's last connection to this node ended. */
  left(attendee: string): void {
    if (!this.deps.elsewhere.has(attendee)) this.#missing.left(attendee);
    this.#changed();
  }

  /** The counts of all nodes. */
  delivery(): Delivery {
    const { elsewhere } = this.deps;
    const activityState = this.#present();
    const { waiting, silent } = this.here();
    const question =
      activityState === null || waiting === null
        ? null
        : questionDelivery(activityState, [
            waiting,
            ...elsewhere.waiting(waiting.activity, waiting.round),
          ]);
    return { question, silent: silent + elsewhere.sum('silent') };
  }

  /** The counts of this node. */
  here(): Pick<NodeCounts, 'waiting' | 'silent'> {
    const activityState = this.#present();
    return {
      waiting: activityState === null ? null : this.#pending.waiting(activityState),
      silent: this.#missing.count(),
    };
  }

  /** Notes that other nodes have counted anew. */
  elsewhereChanged(): void {
    this.#missing.found((attendee) => this.deps.elsewhere.has(attendee));
    this.#changed();
  }

  /** The question on the slide, once it was opened. */
  #present(): ActivityState | null {
    const { deck, position, activities } = this.session.state;
    const activityState = activities.get(slideAt(deck, position)?.activity ?? '');
    return activityState === undefined || activityState.phase === 'waiting' ? null : activityState;
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
