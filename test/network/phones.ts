import type * as Library from 'socket.io-client';
import { vi } from 'vitest';
import { AttendeeSession } from '../../src/client/sessions/attendee-session.ts';

// Node.js 20 has no WebSocket of its own; the library brings one for it, and so it does XMLHttpRequest.
vi.mock('socket.io-client', async (importOriginal) => {
  const library = await importOriginal<typeof Library>();
  return { ...library, WebSocket: library.NodeWebSocket, XHR: library.NodeXHR };
});

const fetchAnywhere = fetch;

/**
 * Phones without a screen: the product's own client, hundreds of them in one process. Each keeps
 * its identity and its answers in its own memory, as in a private window. As a page does, a phone
 * lives as long as its window, which is the test file: leave it the network that it has.
 */
export class Phones {
  readonly all: AttendeeSession[] = [];

  /** From now on phones come to this address. */
  constructor(url: string) {
    const nothing = (): void => {};
    vi.stubGlobal('location', new URL(url));
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

  /** So many at once. */
  joinAll(code: string, count: number): Promise<AttendeeSession[]> {
    return Promise.all(Array.from({ length: count }, () => this.join(code)));
  }
}

/** Resolves as soon as it holds. Each of a test's own limits is the limit of its time. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 10));
}

/** What a phone says of its answer to a question that is on its screen. */
export function stateOf(phone: AttendeeSession, id: string) {
  const activityState = phone.snapshot.value?.activities.find((activity) => activity.id === id);
  return activityState === undefined ? { is: 'not asked' as const } : phone.answerTo(activityState);
}

/** Answers a question that is on the phone's screen, as a thumb does. */
export function give(phone: AttendeeSession, id: string, choice: number): void {
  const activityState = phone.snapshot.value?.activities.find((activity) => activity.id === id);
  if (activityState === undefined) throw new Error(`The phone does not show "${id}"`);
  phone.give(activityState, { choices: [choice], other: null });
}

/** The pseudonym that the export has for this phone's answers. */
export function attendeeOf(phone: AttendeeSession): string {
  const [activityState] = phone.snapshot.value?.activities ?? [];
  if (activityState === undefined) throw new Error('The phone shows no question');
  // Its seed begins with the token, and the token with who it is.
  return phone.seedOf(activityState).split('.')[0] ?? '';
}
