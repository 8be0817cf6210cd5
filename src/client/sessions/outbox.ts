import type { Json } from '../../lib/json.ts';
import { isRecord } from '../../lib/json.ts';
import type { DeviceStorage } from '../device/storage.ts';

/** An answer without an acknowledgement yet. */
export interface Outgoing {
  readonly activity: string;
  readonly id: string;
  readonly hash: string;
  readonly round: number;
  readonly answer: Json;
}

/**
 * The unacknowledged answers, at most one for each activity: a later one replaces an earlier one. Stored
 * on the device, so that closing the page loses no answer given offline.
 */
export class Outbox {
  readonly #answers: Map<string, Outgoing>;

  constructor(
    readonly storage: DeviceStorage,
    readonly key: string,
  ) {
    this.#answers = new Map(read(storage.read(key)).map((entry) => [entry.activity, entry]));
  }

  all(): readonly Outgoing[] {
    return [...this.#answers.values()];
  }

  put(outgoing: Outgoing): void {
    this.#answers.set(outgoing.activity, outgoing);
    this.#save();
  }

  /** Removes an answer, unless a later one has replaced it. */
  settle({ activity, id }: Outgoing): void {
    if (this.#answers.get(activity)?.id !== id) return;
    this.#answers.delete(activity);
    this.#save();
  }

  /** Drops all answers, and removes them from the device. */
  clear(): void {
    this.#answers.clear();
    this.#save();
  }

  #save(): void {
    if (this.#answers.size === 0) this.storage.remove(this.key);
    else this.storage.write(this.key, JSON.stringify(this.all()));
  }
}

/** Parses the stored answers; empty if they are invalid. */
function read(text: string | null): Outgoing[] {
  if (text === null) return [];
  try {
    const written: unknown = JSON.parse(text);
    return Array.isArray(written) ? written.filter(isOutgoing) : [];
  } catch {
    return [];
  }
}

function isOutgoing(entry: unknown): entry is Outgoing {
  return (
    isRecord(entry) &&
    typeof entry['activity'] === 'string' &&
    typeof entry['id'] === 'string' &&
    typeof entry['hash'] === 'string' &&
    typeof entry['round'] === 'number' &&
    entry['answer'] !== undefined
  );
}
