import type { ContentDelivery } from './content-delivery.ts';
import { Elsewhere } from './elsewhere.ts';
import type { Connection } from '../transport/connection.ts';
import type { Identity } from '../transport/socket-types.ts';
import type { Frame } from '../transport/ws-frame.ts';

const NOBODY: ReadonlySet<Connection> = new Set();

/**
 * The connections of one session. These sets replace Socket.IO's rooms: with them a tally costs what
 * its recipients do, however many others are connected, and a phone needs half the memory.
 */
export class Presence {
  readonly attendees = new Set<Connection>();
  readonly unauthenticatedStages = new Set<Connection>();
  readonly authenticatedStages = new Set<Connection>();
  readonly consoles = new Set<Connection>();
  /** The phones that move the slides. */
  readonly remotes = new Set<Connection>();
  /** The attendees' connections that show the present slide between questions. */
  readonly followers = new Set<Connection>();
  /** The attendees' connections that show a channel, by its name. */
  readonly #channelFollowers = new Map<string, Set<Connection>>();
  /** The number of connections from each address, as long as there is one. */
  readonly #addresses = new Map<string, number>();
  /** Those who are connected to other nodes. */
  readonly elsewhere = new Elsewhere();
  readonly #tabs = new Map<string, readonly Connection[]>();
  readonly #answered = new Map<string, Set<Connection>>();

  /** The number of distinct attendees, at all nodes; one with several tabs counts once. */
  online(): number {
    return this.#tabs.size + this.elsewhere.countBeside(this.#tabs);
  }

  /** The attendees who are connected to this node. */
  attendeesHere(): string[] {
    return [...this.#tabs.keys()];
  }

  /** True where nobody is connected. */
  get isEmpty(): boolean {
    return this.everybody().next().done === true;
  }

  enter(connection: Connection, identity: Identity): void {
    this.#group(identity).add(connection);
    this.#countAddress(connection, 1);
    const { role, attendee } = identity;
    if (role === 'attendee') this.#tabs.set(attendee, [...this.tabsOf(attendee), connection]);
  }

  leave(connection: Connection, identity: Identity): void {
    this.#group(identity).delete(connection);
    this.#countAddress(connection, -1);
    const { role, attendee } = identity;
    if (role !== 'attendee') return;
    this.followers.delete(connection);
    for (const followers of this.#channelFollowers.values()) followers.delete(connection);
    const left = this.tabsOf(attendee).filter((tab) => tab !== connection);
    if (left.length === 0) this.#tabs.delete(attendee);
    else this.#tabs.set(attendee, left);
    for (const answered of this.#answered.values()) answered.delete(connection);
  }

  /** Attendees' connections by the frame of contents that they lack, which they have from now on. */
  groupByContents(delivery: ContentDelivery): ReadonlyMap<Frame, readonly Connection[]> {
    const groups = new Map<Frame, Connection[]>();
    for (const connection of this.attendees) {
      const frame = delivery.missing(connection.contents);
      if (frame === null) continue;
      const group = groups.get(frame);
      if (group === undefined) groups.set(frame, [connection]);
      else group.push(connection);
      connection.contents |= delivery.needed;
    }
    return groups;
  }

  isAnybodyAt(address: string): boolean {
    return this.#addresses.has(address);
  }

  /** The connections of one attendee. */
  tabsOf(attendee: string): readonly Connection[] {
    return this.#tabs.get(attendee) ?? [];
  }

  /** Stages, with the presenter's key and without, consoles and remotes. */
  *screens(): Generator<Connection> {
    yield* this.unauthenticatedStages;
    yield* this.authenticatedStages;
    yield* this.consoles;
    yield* this.remotes;
  }

  *everybody(): Generator<Connection> {
    yield* this.attendees;
    yield* this.screens();
  }

  /** The attendees' connections that may see an open activity's tally, for they have answered it. */
  answered(activity: string): ReadonlySet<Connection> {
    return this.#answered.get(activity) ?? NOBODY;
  }

  /** Lets a connection see the tally from now on; false where it could before. */
  noteAnswered(connection: Connection, activity: string): boolean {
    const answered = this.#answered.get(activity) ?? new Set();
    if (answered.has(connection)) return false;
    this.#answered.set(activity, answered.add(connection));
    return true;
  }

  /** The attendees' connections that show a channel. */
  followersOf(channel: string): Set<Connection> {
    const followers = this.#channelFollowers.get(channel) ?? new Set();
    this.#channelFollowers.set(channel, followers);
    return followers;
  }

  forgetWhoAnswered(activity: string): void {
    this.#answered.delete(activity);
  }

  #countAddress({ caller: { address } }: Connection, change: 1 | -1): void {
    const count = (this.#addresses.get(address) ?? 0) + change;
    if (count > 0) this.#addresses.set(address, count);
    else this.#addresses.delete(address);
  }

  #group({ role, isPresenter }: Identity): Set<Connection> {
    if (role === 'attendee') return this.attendees;
    if (role === 'console') return this.consoles;
    if (role === 'remote') return this.remotes;
    return isPresenter ? this.authenticatedStages : this.unauthenticatedStages;
  }
}
