import type { Client } from '../integration/client.ts';

/** The answers for which a crowd of phones was given receipts. */
export interface Acknowledged {
  /** The last choice of each attendee; every one of them has a receipt. */
  readonly latest: ReadonlyMap<string, string>;
  /** Number of answers refused before. */
  readonly refused: number;
}

const choices = ['Tea', 'Coffee'];

/** A fault of the storage while phones answer. */
export interface StorageFault {
  begin(): Promise<void>;
  end(): Promise<void>;
}

/**
 * Each phone gives `rounds` answers to a poll, one after the other, and gives each again, as the
 * product does, until it has a receipt. In each round the fault begins between the answers of the
 * two halves of the crowd, and ends once one of them was refused. Resolves once all have receipts.
 */
export async function answerAll(
  phones: readonly Client[],
  activity: string,
  rounds: number,
  fault: StorageFault | null,
): Promise<Acknowledged> {
  const latest = new Map<string, string>();
  const crowd = new Crowd(activity);
  const give = async (phone: Client, place: number, round: number): Promise<void> => {
    const choice = (place + round) % choices.length;
    await crowd.insist(phone, choice, `round-${round}-of-${place}`);
    latest.set(await attendeeOf(phone), choices[choice] ?? '');
  };
  const half = phones.length / 2;
  for (let round = 0; round < rounds; round += 1) {
    const early = phones.slice(0, half).map((phone, place) => give(phone, place, round));
    await fault?.begin();
    const late = phones.slice(half).map((phone, place) => give(phone, half + place, round));
    if (fault !== null) await crowd.untilRefused();
    await fault?.end();
    await Promise.all([...early, ...late]);
  }
  return { latest, refused: crowd.refused };
}

class Crowd {
  refused = 0;
  #noticed: () => void = () => undefined;

  constructor(readonly activity: string) {}

  /** Resolves at the next refusal. */
  untilRefused(): Promise<void> {
    return new Promise((resolve) => (this.#noticed = resolve));
  }

  /** Gives an answer until there is a receipt. */
  async insist(phone: Client, choice: number, id: string): Promise<void> {
    const answer = { choices: [choice], other: null };
    for (;;) {
      const ack = await phone.answer(this.activity, answer, id);
      if (ack.ok) return;
      if (ack.error.retryAfter === undefined) throw new Error(`Refused: ${ack.error.name}`);
      this.refused += 1;
      this.#noticed();
      // Often enough to meet the moment in which the fault ends, and no flood.
      await new Promise((done) => setTimeout(done, 200));
    }
  }
}

async function attendeeOf(phone: Client): Promise<string> {
  return (await phone.token()).split('.')[0] ?? '';
}
