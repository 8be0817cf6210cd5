import { readTakeHome } from './saved-take-home.ts';
import type { DeviceStorage } from './storage.ts';

/** The keys of this device's storage; none where that cannot be read. */
export function storedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/**
 * The codes of the sessions in which this device has an identity, by its stored `keys`: first those
 * without a take-home, which are the newest, then those that started last.
 */
export function joinedSessions(storage: DeviceStorage, keys: readonly string[]): string[] {
  const codes = keys.flatMap((key) => /^plenary:(\d{6}):token$/.exec(key)?.[1] ?? []);
  const startedAt = (code: string): number => readTakeHome(storage, code)?.startedAt ?? Infinity;
  return codes
    .map((code) => ({ code, at: startedAt(code) }))
    .sort((a, b) => (a.at === b.at ? 0 : b.at - a.at))
    .map(({ code }) => code);
}
