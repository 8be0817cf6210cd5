import type { Frame } from '../transport/ws-frame.ts';
import type { ContentDelivery } from './content-delivery.ts';
import type { Identity, PlenarySocket } from '../transport/socket-types.ts';

const NOBODY: ReadonlySet<PlenarySocket> = new Set();

/**
 * Who is connected to one session. These sets stand in for Socket.IO's rooms: with them a tally
 * costs what its recipients do, however many others are there, and a phone needs half the memory.
 */
export class Presence {
  readonly attendees = new Set<PlenarySocket>();
  readonly unauthenticatedStages = new Set<PlenarySocket>();
  readonly authenticatedStages = new Set<PlenarySocket>();
  readonly consoles = new Set<PlenarySocket>();
  readonly #tabs = new Map<string, readonly PlenarySocket[]>();
  readonly #contents = new Map<PlenarySocket, bigint>();
  readonly #answered = new Map<string, Set<PlenarySocket>>();

  /** Distinct attendees; one with several tabs counts once. */
  get online(): number {
    return this.#tabs.size;
  }

  enter(socket: PlenarySocket): void {
    this.#group(socket.data).add(socket);
    const { role, attendee } = socket.data;
    if (role === 'attendee') this.#tabs.set(attendee, [...this.tabsOf(attendee), socket]);
  }

  leave(socket: PlenarySocket): void {
    this.#group(socket.data).delete(socket);
    const { role, attendee } = socket.data;
    if (role !== 'attendee') return;
    this.#contents.delete(socket);
    const left = this.tabsOf(attendee).filter((tab) => tab !== socket);
    if (left.length === 0) this.#tabs.delete(attendee);
    else this.#tabs.set(attendee, left);
    for (const answered of this.#answered.values()) answered.delete(socket);
  }

  /** Notes the contents that an attendee's page has from now on. */
  setContents(socket: PlenarySocket, contents: bigint): void {
    this.#contents.set(socket, contents);
  }

  /** Attendees' connections by the frame of contents that they lack, which they have from now on. */
  groupByContents(delivery: ContentDelivery): ReadonlyMap<Frame, readonly PlenarySocket[]> {
    const groups = new Map<Frame, PlenarySocket[]>();
    for (const [socket, known] of this.#contents) {
      const frame = delivery.missing(known);
      if (frame === null) continue;
      const group = groups.get(frame);
      if (group === undefined) groups.set(frame, [socket]);
      else group.push(socket);
      this.#contents.set(socket, known | delivery.needed);
    }
    return groups;
  }

  /** The connections of one attendee. */
  tabsOf(attendee: string): readonly PlenarySocket[] {
    return this.#tabs.get(attendee) ?? [];
  }

  *everybody(): Generator<PlenarySocket> {
    yield* this.attendees;
    yield* this.unauthenticatedStages;
    yield* this.authenticatedStages;
    yield* this.consoles;
  }

  /** The attendees' connections that may see an open question's tally, for they have answered it. */
  answered(activity: string): ReadonlySet<PlenarySocket> {
    return this.#answered.get(activity) ?? NOBODY;
  }

  /** Notes who may see the tally from now on; false where it was noted before. */
  noteAnswered(socket: PlenarySocket, activity: string): boolean {
    const answered = this.#answered.get(activity) ?? new Set();
    if (answered.has(socket)) return false;
    this.#answered.set(activity, answered.add(socket));
    return true;
  }

  forgetWhoAnswered(activity: string): void {
    this.#answered.delete(activity);
  }

  #group({ role, isPresenter }: Identity): Set<PlenarySocket> {
    if (role === 'attendee') return this.attendees;
    if (role === 'console') return this.consoles;
    return isPresenter ? this.authenticatedStages : this.unauthenticatedStages;
  }
}
