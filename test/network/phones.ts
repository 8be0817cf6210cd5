import type * as Library from 'socket.io-client';
import { vi } from 'vitest';
import { AttendeeSession } from '../../src/client/sessions/attendee-session.ts';

// Node.js 20 has no WebSocket of its own; the library brings one for it, and so it does XMLHttpRequest.
vi.mock('socket.io-client', async (importOriginal) => {
  const library = await importOriginal<typeof Library>();
  /** Reconnects to the address that it was made with: the phones of an earlier test stay in their network. */
  class Manager extends library.Manager {
    constructor(options: Partial<Library.ManagerOptions>) {
      super(location.href, options);
    }
  }
  return { ...library, Manager, WebSocket: library.NodeWebSocket, XHR: library.NodeXHR };
});

const fetchAnywhere = fetch;

/**
 * Phones without a screen: the product's own client, hundreds of them in one process. Each keeps
 * its identity and its answers in its own memory, as in a private window. As a page does, a phone
 * lives as long as its window, which is the test file: leave it the network that it has.
 */
export class Phones {
  readonly all: AttendeeSession[] = [];

  /** Points all phones to this address. */
  constructor(url: string) {
    const nothing = (): void => {};
    vi.stubGlobal('location', new URL(url));
    // That there is one is all that the client asks of it; the library brings its own.
    vi.stubGlobal('WebSocket', nothing);
    vi.stubGlobal('localStorage', undefined);
    vi.stubGlobal('addEventListener', nothing);
    vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: nothing });
    vi.stubGlobal('fetch', (path: string | URL, options: RequestInit) =>
      fetchAnywhere(new URL(path, url), options),
    );
  }

  /** Resolves once it is in the session, and knows its slide. */
  async join(code: string): Promise<AttendeeSession> {
    const phone = new AttendeeSession(code);
    this.all.push(phone);
    await until(() => phone.status.value.is === 'online' && phone.snapshot.value !== null);
    return phone;
  }

  /** Lets so many join at once. */
  joinAll(code: string, count: number): Promise<AttendeeSession[]> {
    return Promise.all(Array.from({ length: count }, () => this.join(code)));
  }
}

/** Resolves as soon as it holds. The test's own timeout limits the wait. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 10));
}

/** The state of a phone's answer to a question on its screen. */
export function stateOf(phone: AttendeeSession, id: string) {
  const view = phone.snapshot.value?.activities.find((activity) => activity.id === id);
  return view === undefined ? { is: 'not asked' as const } : phone.answerTo(view);
}

/** Answers a question on the phone's screen, as a tap does. */
export function give(phone: AttendeeSession, id: string, choice: number): void {
  const view = phone.snapshot.value?.activities.find((activity) => activity.id === id);
  if (view === undefined) throw new Error(`The phone does not show "${id}"`);
  phone.give(view, { choices: [choice], other: null });
}

/** The pseudonym of this phone's attendee in the export. */
export function attendeeOf(phone: AttendeeSession): string {
  const [view] = phone.snapshot.value?.activities ?? [];
  if (view === undefined) throw new Error('The phone shows no question');
  // Its seed begins with the token, and the token with who it is.
  return phone.seedOf(view).split('.')[0] ?? '';
}
