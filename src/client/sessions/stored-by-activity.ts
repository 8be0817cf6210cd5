import { signal, type Signal } from '@preact/signals';
import { isRecord } from '../../lib/json.ts';
import type { DeviceStorage } from '../device/storage.ts';

/** Something on the device that belongs to one question as it is worded now, in one round. */
export interface ForActivity {
  readonly activity: string;
  readonly hash: string;
  readonly round: number;
}

/**
 * A list on the device with at most one entry for each activity: a later one replaces an earlier one.
 * It outlives the page. What reads it in a component is drawn again when it changes.
 */
export class StoredByActivity<Entry extends ForActivity> {
  readonly #entries: Signal<ReadonlyMap<string, Entry>>;

  /** @param member a member that an entry has beside those of `ForActivity` */
  constructor(
    readonly storage: DeviceStorage,
    readonly key: string,
    member: string & keyof Entry,
  ) {
    const isEntry = (entry: unknown): entry is Entry =>
      isRecord(entry) && typeof entry['activity'] === 'string' && member in entry;
    const entries = read(storage.read(key)).filter(isEntry);
    this.#entries = signal(new Map(entries.map((entry) => [entry.activity, entry])));
  }

  all(): readonly Entry[] {
    return [...this.#entries.value.values()];
  }

  of(activity: string): Entry | undefined {
    return this.#entries.value.get(activity);
  }

  put(entry: Entry): void {
    this.#set(new Map(this.#entries.value).set(entry.activity, entry));
  }

  delete(activity: string): void {
    const entries = new Map(this.#entries.value);
    if (entries.delete(activity)) this.#set(entries);
  }

  /** Drops all entries, and removes them from the device. */
  clear(): void {
    this.#set(new Map());
  }

  #set(entries: ReadonlyMap<string, Entry>): void {
    this.#entries.value = entries;
    if (entries.size === 0) this.storage.remove(this.key);
    else this.storage.write(this.key, JSON.stringify(this.all()));
  }
}

/** Parses a stored list; empty if it is invalid. */
function read(text: string | null): readonly unknown[] {
  try {
    const written: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(written) ? written : [];
  } catch {
    return [];
  }
}
