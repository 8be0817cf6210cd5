import { isRecord } from '../../lib/json.ts';
import type { TakeHome } from '../../session/views.ts';
import { takeHomeKey, type DeviceStorage } from './storage.ts';

/**
 * What may be kept of a session, as this device was told it last: it outlives the page and the
 * network, until the session is deleted. null where nothing was.
 */
export function readTakeHome(storage: DeviceStorage, code: string): TakeHome | null {
  try {
    const kept: unknown = JSON.parse(storage.read(takeHomeKey(code)) ?? 'null');
    return isTakeHome(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function writeTakeHome(storage: DeviceStorage, code: string, takeHome: TakeHome): void {
  storage.write(takeHomeKey(code), JSON.stringify(takeHome));
}

/** Another version may have written it; it is asked for anew as soon as there is a network. */
function isTakeHome(kept: unknown): kept is TakeHome {
  return (
    isRecord(kept) &&
    typeof kept['title'] === 'string' &&
    typeof kept['startedAt'] === 'number' &&
    Array.isArray(kept['questions']) &&
    Array.isArray(kept['pages'])
  );
}
