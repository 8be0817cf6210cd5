import { Manager } from 'socket.io-client';
import { vi } from 'vitest';
import { AttendeeSession } from '../../src/client/attendee-session.ts';

const fetchAnywhere = fetch;

/**
 * Phones without a screen: the product's own client, hundreds of them in one process. Each keeps
 * its identity and its answers in its own memory, as in a private window.
 */
export class Phones {
  readonly all: AttendeeSession[] = [];
  /** Why connections ended, in Socket.IO's words. */
  readonly ends: string[] = [];
  readonly #managers = new Set<Manager>();

  /** From now on phones come to this address. */
  constructor(url: string) {
    const nothing = (): void => {};
    vi.stubGlobal('location', new URL(url));
    vi.stubGlobal('localStorage', undefined);
    vi.stubGlobal('addEventListener', nothing);
    vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: nothing });
    vi.stubGlobal('fetch', (path: string, options: RequestInit) =>
      fetchAnywhere(new URL(path, url), options),
    );
    this.#watchManagers();
  }

  /** Resolves once it is in the session, and knows its slide. */
  async join(code: string): Promise<AttendeeSession> {
    const phone = new AttendeeSession(code);
    this.all.push(phone);
    await until(() => phone.link.value.is === 'online' && phone.snapshot.value !== null);
    return phone;
  }

  /** So many at once. */
  joinAll(code: string, count: number): Promise<AttendeeSession[]> {
    return Promise.all(Array.from({ length: count }, () => this.join(code)));
  }

  /** None of them connects again, nor does any client that was made beside them. */
  switchOff(): void {
    for (const manager of this.#managers) {
      manager.open = () => manager;
      manager.engine.close();
    }
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  }

  // A page is never closed by its own code, so that there is nothing to call.
  #watchManagers(): void {
    const open = Manager.prototype.open;
    const meet = (manager: Manager): void => {
      if (this.#managers.has(manager)) return;
      this.#managers.add(manager);
      manager.on('close', (reason) => this.ends.push(reason));
    };
    vi.spyOn(Manager.prototype, 'open').mockImplementation(function (this: Manager, done) {
      meet(this);
      return open.call(this, done);
    });
  }
}

/** Resolves as soon as it holds. Each of a test's own limits is the limit of its time. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 10));
}

/** What a phone says of its answer to a question that is on its screen. */
export function stateOf(phone: AttendeeSession, id: string) {
  const asked = phone.snapshot.value?.activities.find((activity) => activity.id === id);
  return asked === undefined ? { is: 'not asked' as const } : phone.answerTo(asked);
}

/** Answers a question that is on the phone's screen, as a thumb does. */
export function give(phone: AttendeeSession, id: string, choice: number): void {
  const asked = phone.snapshot.value?.activities.find((activity) => activity.id === id);
  if (asked === undefined) throw new Error(`The phone does not show "${id}"`);
  phone.give(asked, { choices: [choice], other: null });
}

/** The pseudonym that the export has for this phone's answers. */
export function voterOf(phone: AttendeeSession): string {
  const [asked] = phone.snapshot.value?.activities ?? [];
  if (asked === undefined) throw new Error('The phone shows no question');
  // Its seed begins with the token, and the token with who it is.
  return phone.seedOf(asked).split('.')[0] ?? '';
}
