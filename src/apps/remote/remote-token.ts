import type { DeviceStorage } from '../../client/device/storage.ts';

const keyOf = (code: string): string => `plenary:${code}:remote`;

/**
 * The token of a remote: from the link that was scanned (`fragment`, with its #), which this device keeps
 * from then on, or from an earlier time. null without either.
 */
export function rememberToken(
  storage: DeviceStorage,
  code: string,
  fragment: string,
): string | null {
  const scanned = /^#([\w-]{20,128})$/.exec(fragment)?.[1];
  if (scanned !== undefined) storage.write(keyOf(code), scanned);
  return scanned ?? storage.read(keyOf(code));
}

export function forgetToken(storage: DeviceStorage, code: string): void {
  storage.remove(keyOf(code));
}
