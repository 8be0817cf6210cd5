import { randomBytes } from 'node:crypto';
import type { AnswerAck } from '../../../src/protocol/messages.ts';
import type { GivenAnswer, Outcome } from './given-answer.ts';
import type { Connection } from './connection.ts';

/** As our phone's page waits before it sends an answer once more. */
const RETRY_MS = 1_500;

/** Sends an attendee's answers until each has a receipt or a refusal, as our phone's page does. */
export class Outbox {
  readonly answers: GivenAnswer[] = [];
  readonly #underWay = new Set<string>();
  readonly #settled = new Map<string, () => void>();

  constructor(readonly connection: Connection) {}

  /** Resolves once it is known what became of the answer. */
  give(
    what: Pick<GivenAnswer, 'attendee' | 'activity' | 'hash' | 'round' | 'answer'>,
  ): Promise<void> {
    const given: GivenAnswer = {
      ...what,
      id: randomBytes(12).toString('hex'),
      sentAt: performance.now(),
      wasInterrupted: false,
      outcome: { is: 'under-way' },
    };
    this.answers.push(given);
    return new Promise((settled) => {
      this.#settled.set(given.id, settled);
      void this.#send(given);
    });
  }

  /** The server knows again who this is: what has no receipt goes out once more, with its id. */
  sendAgain(): void {
    for (const given of this.#open()) void this.#send(given);
  }

  /** The phone was locked: how long its answers took from here says nothing about the server. */
  interrupt(): void {
    for (const given of this.#open()) given.wasInterrupted = true;
  }

  #open(): GivenAnswer[] {
    return this.answers.filter(({ outcome }) => outcome.is === 'under-way');
  }

  async #send(given: GivenAnswer): Promise<void> {
    const { activity, id, hash, round, answer, sentAt } = given;
    if (this.#underWay.has(id)) return;
    this.#underWay.add(id);
    const message = { activity, id, hash, round, answer };
    const ack = await this.connection.ask<AnswerAck>('answer:give', message);
    this.#underWay.delete(id);
    const outcome = outcomeOf(ack, performance.now() - sentAt);
    if (outcome === null) {
      // Without a connection it goes out when there is one again.
      setTimeout(
        () => this.connection.socket.connected && void this.#send(given),
        RETRY_MS,
      ).unref();
      return;
    }
    given.outcome = outcome;
    this.#settled.get(id)?.();
    this.#settled.delete(id);
  }
}

/** null: lost on the way, or not to be recorded just now. */
function outcomeOf(ack: AnswerAck | null, after: number): Outcome | null {
  if (ack === null) return null;
  if (ack.ok) return { is: 'recorded', seq: ack.receipt.seq, after };
  return ack.error.retryAfter === undefined ? { is: 'refused', why: ack.error.name } : null;
}
