import { deviceStorage } from '../client/device/storage.ts';

const storage = deviceStorage();
const KEY = 'plenary:letter-keys';

/**
 * True where single letters and signs are keys of the page on this device, as they are at first. Those
 * who speak to their computer can switch them off (WCAG 2.2, 2.1.4).
 */
export function areLetterKeysOn(): boolean {
  return storage.read(KEY) !== 'off';
}

export function switchLetterKeys(on: boolean): void {
  if (on) storage.remove(KEY);
  else storage.write(KEY, 'off');
}
