/** Keeps small texts on this device. Where the browser forbids it, for as long as the page is open. */
export interface DeviceStorage {
  read(key: string): string | null;
  write(key: string, text: string): void;
  remove(key: string): void;
}

/** The browser's own storage, with a memory of the page's beside it. */
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
        // A private window or a full store: the memory above still carries this page.
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        localStorage.removeItem(key);
      } catch {
        // What could not be written is not there either.
      }
    },
  };
}

/** Where a device keeps what its attendee takes home of a session. */
export function takeHomeKey(code: string): string {
  return `plenary:${code}:take-home`;
}
