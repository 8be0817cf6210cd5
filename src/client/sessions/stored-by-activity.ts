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
 * It outlives the page. What reads it in a component is drawn again when it changes. Another tab may
 * write to the same list: what it keeps stays on the device, but for what this one replaces.
 */
export class StoredByActivity<Entry extends ForActivity> {
  readonly #entries: Signal<ReadonlyMap<string, Entry>>;

  /** @param member a member that an entry has beside those of `ForActivity` */
  constructor(
    readonly storage: DeviceStorage,
    readonly key: string,
    readonly member: string & keyof Entry,
  ) {
    this.#entries = signal(this.#stored());
  }

  all(): readonly Entry[] {
    return [...this.#entries.value.values()];
  }

  of(activity: string): Entry | undefined {
    return this.#entries.value.get(activity);
  }

  put(entry: Entry): void {
    this.#entries.value = new Map(this.#entries.value).set(entry.activity, entry);
    this.#store(this.#stored().set(entry.activity, entry));
  }

  delete(activity: string): void {
    const entries = new Map(this.#entries.value);
    const entry = entries.get(activity);
    if (!entries.delete(activity)) return;
    this.#entries.value = entries;
    const stored = this.#stored();
    if (JSON.stringify(stored.get(activity)) !== JSON.stringify(entry)) return;
    stored.delete(activity);
    this.#store(stored);
  }

  /** Drops all entries, and removes them from the device. */
  clear(): void {
    this.#entries.value = new Map();
    this.#store(new Map());
  }

  #stored(): Map<string, Entry> {
    const isEntry = (entry: unknown): entry is Entry =>
      isRecord(entry) && typeof entry['activity'] === 'string' && this.member in entry;
    const entries = read(this.storage.read(this.key)).filter(isEntry);
    return new Map(entries.map((entry) => [entry.activity, entry]));
  }

  #store(entries: ReadonlyMap<string, Entry>): void {
    if (entries.size === 0) this.storage.remove(this.key);
    else this.storage.write(this.key, JSON.stringify([...entries.values()]));
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
