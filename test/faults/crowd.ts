import { type Phones, stateOf, until } from '../network/phones.ts';
import type { AttendeeSession } from '../../src/client/sessions/attendee-session.ts';
import type { Json } from '../../src/lib/json.ts';
import type { ActivityView, Receipt } from '../../src/session/views.ts';
import { answerTo } from '../../server/cli/rehearse/behaviour.ts';

/** An answer for which a phone was given a receipt. */
export interface Recorded {
  readonly receipt: Receipt;
  readonly answer: Json;
}

const THINKS_MS = 1_200;

/** An attendee with a phone, and an independent record of their answers and receipts. */
export class CrowdMember {
  /** The last answer given, by question. */
  readonly said = new Map<string, Json>();
  /** The first receipt of each answer, by its id: those that the phone drops are kept here. */
  readonly receipts = new Map<string, Recorded>();
  /** Receipts that differ from an earlier one of the same answer. */
  readonly contradictions: Receipt[] = [];
  readonly token: string;
  readonly #question: ActivityView;

  constructor(
    readonly phone: AttendeeSession,
    readonly noted: () => void,
  ) {
    this.#question = questionOn(phone);
    this.token = this.#tokenNow();
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

  /** True if the phone still has its first identity. */
  get isSame(): boolean {
    return this.#tokenNow() === this.token;
  }

  /** True if the phone shows all its last answers as recorded. */
  get isSettled(): boolean {
    return this.isOnline && [...this.said].every((said) => this.#isRecorded(...said));
  }

  /** Answers one of the questions on the phone. */
  speak(chance: () => number): void {
    const { activities = [] } = this.phone.snapshot.value ?? {};
    const view = activities[Math.floor(chance() * activities.length)];
    if (view === undefined) return;
    const answer = answerTo(view, Math.floor(chance() * 1_000));
    this.said.set(view.id, answer);
    this.phone.give(view, answer);
  }

  /** The start of a question's seed; after the end of a session a phone has no question left. */
  #tokenNow(): string {
    return this.phone.seedOf(this.#question).split('/')[0] ?? '';
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

/** A crowd of the product’s own phones, whose owners change their minds all the time. */
export class Crowd {
  readonly members: CrowdMember[] = [];
  /** A new object for each period of answering; null between them. */
  #answering: object | null = null;
  #onReceipt: () => void = () => undefined;
  #coming: Promise<unknown> = Promise.resolve();

  constructor(
    readonly phones: Phones,
    readonly code: string,
    readonly chance: () => number,
  ) {}

  /** Lets so many more phones join; `complete` resolves once they have. */
  fill(count: number): void {
    const entering = Array.from({ length: count }, () => this.#enter());
    this.#coming = Promise.all([this.#coming, ...entering]);
  }

  /** Resolves once all phones are online, those that are joining too. */
  async complete(): Promise<void> {
    await this.#coming;
    await until(() => this.online === this.members.length);
  }

  /** Everybody answers now and then, until `stopAnswering`. */
  keepAnswering(): void {
    this.#answering = {};
    for (const member of this.members) this.#answerNowAndThen(member);
  }

  stopAnswering(): void {
    this.#answering = null;
  }

  /** Everybody answers at once. */
  burst(): void {
    for (const member of this.members) member.speak(this.chance);
  }

  /** Resolves within the handling of the nth new receipt from now. */
  receipts(count: number): Promise<void> {
    let left = count;
    return new Promise((resolve) => {
      this.#onReceipt = () => {
        left -= 1;
        if (left === 0) resolve();
      };
    });
  }

  /** Number of answers with a receipt. */
  get receiptCount(): number {
    return this.members.reduce((sum, { receipts }) => sum + receipts.size, 0);
  }

  get online(): number {
    return this.members.filter(({ isOnline }) => isOnline).length;
  }

  /** Resolves once every phone shows its last answers as recorded. */
  settle(): Promise<void> {
    return until(() => this.members.every(({ isSettled }) => isSettled));
  }

  async #enter(): Promise<void> {
    const phone = await this.phones.join(this.code);
    const member = new CrowdMember(phone, () => this.#onReceipt());
    this.members.push(member);
    this.#answerNowAndThen(member);
  }

  #answerNowAndThen(member: CrowdMember): void {
    const answering = this.#answering;
    const think = (): void => {
      setTimeout(() => {
        if (answering === null || answering !== this.#answering) return;
        member.speak(this.chance);
        think();
      }, THINKS_MS * this.chance());
    };
    think();
  }
}

function questionOn(phone: AttendeeSession): ActivityView {
  const [view] = phone.snapshot.value?.activities ?? [];
  if (view === undefined) throw new Error('The phone shows no question');
  return view;
}
