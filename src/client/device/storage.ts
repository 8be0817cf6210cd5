/** Stores small texts on this device; without access to storage, only while the page is open. */
export interface DeviceStorage {
  read(key: string): string | null;
  write(key: string, text: string): void;
  remove(key: string): void;
}

/** Local storage, with a copy in memory. */
export function deviceStorage(): DeviceStorage {
  const memory = new Map<string, string>();
  return {
    read(key) {
      try {
        return localStorage.getItem(key) ?? memory.get(key) ?? null;
      } catch {
        return memory.get(key) ?? null;
      }
    },
    write(key, text) {
      memory.set(key, text);
      try {
        localStorage.setItem(key, text);
      } catch {
        // A private window or full storage: the copy in memory lasts for this page.
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        localStorage.removeItem(key);
      } catch {
        // Without access to storage, nothing was written either.
      }
    },
  };
}

/** The storage key of a session's take-home. */
export function takeHomeKey(code: string): string {
  return `plenary:${code}:take-home`;
}
