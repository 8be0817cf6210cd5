import { answerTo } from '../../server/cli/rehearse/sample-answers.ts';
import { stateOf, until, type Phones } from '../network/phones.ts';
import type { AttendeeSession } from '../../src/client/sessions/attendee-session.ts';
import type { Json } from '../../src/lib/json.ts';
import type { Receipt } from '../../src/session/views.ts';

/** An answer for which a phone was given a receipt. */
export interface Recorded {
  readonly receipt: Receipt;
  readonly answer: Json;
}

const THINKS_MS = 1_200;

/** Somebody with a phone, and what an honest witness beside them writes down. */
export class Seat {
  /** What was said last, by question. */
  readonly said = new Map<string, Json>();
  /** The first receipt of each answer, by its id: what the phone forgets is kept here. */
  readonly receipts = new Map<string, Recorded>();
  /** Receipts that say something else than an earlier one of the same answer. */
  readonly contradictions: Receipt[] = [];
  readonly token: string;

  constructor(
    readonly phone: AttendeeSession,
    readonly noted: () => void,
  ) {
    this.token = tokenOf(phone);
    phone.own.subscribe((own) => {
      for (const { receipt, answer } of Object.values(own)) this.#note({ receipt, answer });
    });
  }

  get attendee(): string {
    return this.token.split('.')[0] ?? '';
  }

  get isOnline(): boolean {
    return this.phone.status.value.is === 'online';
  }

  /** Whether the phone is still who it was. */
  get isSame(): boolean {
    return tokenOf(this.phone) === this.token;
  }

  /** Whether the phone says "Recorded" of all that was said last. */
  get isSettled(): boolean {
    return this.isOnline && [...this.said].every((said) => this.#isRecorded(...said));
  }

  /** Says something to one of the questions on the phone. */
  speak(chance: () => number): void {
    const { activities = [] } = this.phone.snapshot.value ?? {};
    const activityState = activities[Math.floor(chance() * activities.length)];
    if (activityState === undefined) return;
    const answer = answerTo(activityState, Math.floor(chance() * 1_000));
    this.said.set(activityState.id, answer);
    this.phone.give(activityState, answer);
  }

  #isRecorded(id: string, said: Json): boolean {
    const state = stateOf(this.phone, id);
    return state.is === 'recorded' && JSON.stringify(state.answer) === JSON.stringify(said);
  }

  #note(recorded: Recorded): void {
    const { receipt } = recorded;
    const known = this.receipts.get(receipt.id);
    if (known === undefined) {
      this.receipts.set(receipt.id, recorded);
      this.noted();
    } else if (known.receipt.seq !== receipt.seq || known.receipt.at !== receipt.at) {
      this.contradictions.push(receipt);
    }
  }
}

/** A room full of the product's own phones, whose owners change their minds all the time. */
export class Hall {
  readonly seats: Seat[] = [];
  /** What is talked of at present; null where it is silent. */
  #talk: object | null = null;
  #heard: () => void = () => undefined;
  #coming: Promise<unknown> = Promise.resolve();

  constructor(
    readonly phones: Phones,
    readonly code: string,
    readonly chance: () => number,
  ) {}

  /** So many more come in, and join the talk; `complete` says when they are there. */
  fill(count: number): void {
    const entering = Array.from({ length: count }, () => this.#enter());
    this.#coming = Promise.all([this.#coming, ...entering]);
  }

  /** Resolves once everybody is there who is in the talk, or comes to it. */
  async complete(): Promise<void> {
    await this.#coming;
    await until(() => this.online === this.seats.length);
  }

  /** From now on everybody says something now and then, until `fallSilent`. */
  talk(): void {
    this.#talk = {};
    for (const seat of this.seats) this.#talkOn(seat);
  }

  fallSilent(): void {
    this.#talk = null;
  }

  /** Everybody says something at once. */
  burst(): void {
    for (const seat of this.seats) seat.speak(this.chance);
  }

  /** Resolves within the handling of the nth new receipt from now. */
  receipts(count: number): Promise<void> {
    let left = count;
    return new Promise((resolve) => {
      this.#heard = () => {
        left -= 1;
        if (left === 0) resolve();
      };
    });
  }

  /** How many answers have a receipt. */
  get receiptCount(): number {
    return this.seats.reduce((sum, { receipts }) => sum + receipts.size, 0);
  }

  get online(): number {
    return this.seats.filter(({ isOnline }) => isOnline).length;
  }

  /** Resolves once every phone says "Recorded" of what was said last. */
  settle(): Promise<void> {
    return until(() => this.seats.every(({ isSettled }) => isSettled));
  }

  async #enter(): Promise<void> {
    const phone = await this.phones.join(this.code);
    const seat = new Seat(phone, () => this.#heard());
    this.seats.push(seat);
    this.#talkOn(seat);
  }

  #talkOn(seat: Seat): void {
    const talk = this.#talk;
    const think = (): void => {
      setTimeout(() => {
        if (talk === null || talk !== this.#talk) return;
        seat.speak(this.chance);
        think();
      }, THINKS_MS * this.chance());
    };
    think();
  }
}

function tokenOf(phone: AttendeeSession): string {
  const [activityState] = phone.snapshot.value?.activities ?? [];
  if (activityState === undefined) throw new Error('The phone shows no question');
  // Its seed begins with the token.
  return phone.seedOf(activityState).split('/')[0] ?? '';
}
