import { isRecord } from '../../lib/json.ts';
import type { TakeHome } from '../../session/views.ts';
import { takeHomeKey, type DeviceStorage } from './storage.ts';

/**
 * Reads the take-home that this device received last. It stays on the device until the session is
 * deleted. null if there is none.
 */
export function readTakeHome(storage: DeviceStorage, code: string): TakeHome | null {
  try {
    const saved: unknown = JSON.parse(storage.read(takeHomeKey(code)) ?? 'null');
    return isTakeHome(saved) ? upgraded(saved) : null;
  } catch {
    return null;
  }
}

export function writeTakeHome(storage: DeviceStorage, code: string, takeHome: TakeHome): void {
  storage.write(takeHomeKey(code), JSON.stringify(takeHome));
}

/** Adds what an earlier version did not save. */
function upgraded(saved: TakeHome): TakeHome {
  const questions = saved.questions.map((one) => ({ ...{ inShort: [], chapter: '' }, ...one }));
  return { ...saved, questions };
}

/** Rejects a take-home of another version; the page requests it again when it is online. */
function isTakeHome(saved: unknown): saved is TakeHome {
  return (
    isRecord(saved) &&
    typeof saved['title'] === 'string' &&
    typeof saved['startedAt'] === 'number' &&
    Array.isArray(saved['questions']) &&
    Array.isArray(saved['pages'])
  );
}
