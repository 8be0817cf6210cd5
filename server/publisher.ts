import { keylessDeck, keylessNews, keylessSnapshot } from '../src/session/keyless-wall.ts';
import {
  roomView,
  attendeeSnapshot,
  consoleActivity,
  consoleDeck,
  consoleSnapshot,
  stageActivity,
  stageDeck,
  stageSnapshot,
} from '../src/session/project.ts';
import type { StoredFact } from '../src/session/facts.ts';
import type { SessionState } from '../src/session/state.ts';
import { group, toAttendee, toConsole, toStage, type PlenaryServer } from './audience.ts';
import { Pace } from './pace.ts';
import type { Room } from './room.ts';

// A wall looks alive at ten pictures a second; a phone's battery and the room's Wi-Fi prefer four.
const WALL_INTERVAL = 100;
const PHONE_INTERVAL = 250;
const PRESENCE_INTERVAL = 500;

/** Tells a session's audiences what has become durable: tallies at their own pace, all else at once. */
export class Publisher {
  readonly #state: SessionState;
  readonly #walls: Pace;
  readonly #phones: Pace;
  readonly #presence: Pace;
  #phonesKnow = '';
  #keylessKnow: ReadonlySet<string>;

  constructor(
    readonly io: PlenaryServer,
    room: Room,
  ) {
    this.#state = room.state;
    this.#keylessKnow = new Set(room.state.shown);
    this.#walls = new Pace(WALL_INTERVAL, (activity) => this.#tallyToWalls(activity));
    this.#phones = new Pace(PHONE_INTERVAL, (activity) => this.#tallyToPhones(activity));
    this.#presence = new Pace(PRESENCE_INTERVAL, () => this.#presenceToWalls());
    room.onFacts((facts) => this.#publish(facts));
  }

  /** An attendee came or left. */
  presenceChanged(): void {
    this.#presence.changed('');
  }

  stop(): void {
    this.#walls.stop();
    this.#phones.stop();
    this.#presence.stop();
  }

  /** Distinct attendees connected to this session. */
  online(): number {
    const { rooms } = this.io.of('/').adapter;
    const prefix = group.voter(this.#state.code, '');
    let online = 0;
    for (const name of rooms.keys()) if (name.startsWith(prefix)) online += 1;
    return online;
  }

  /** Whether an attendee is connected to this session. */
  isHere(voter: string): boolean {
    return this.io.of('/').adapter.rooms.has(group.voter(this.#state.code, voter));
  }

  #publish(facts: readonly StoredFact[]): void {
    const tallies = new Set<string>();
    let talkChanged = false;
    for (const { fact } of facts) {
      // A phone's snapshot has no tally of an open question: words that were approved would not show.
      if (fact.type === 'answer:given' || fact.type === 'words:approved')
        tallies.add(fact.activity);
      if (fact.type !== 'answer:given') talkChanged = true;
      if (fact.type === 'activity:reset') this.#forgetWhoAnswered(fact.activity);
      if (fact.type === 'deck:revised') this.#deckRevised();
    }
    if (talkChanged) this.#everything();
    for (const activity of tallies) {
      if (!talkChanged) this.#walls.changed(activity);
      this.#phones.changed(activity);
    }
  }

  /** Full snapshots to all. Phones are spared a snapshot that says what they know. */
  #everything(): void {
    this.#slidesShown();
    toStage(this.#wallsWith(true), 'session:state', stageSnapshot(this.#state));
    toStage(this.#wallsWith(false), 'session:state', keylessSnapshot(this.#state));
    toConsole(this.#group('console'), 'session:state', consoleSnapshot(this.#state));
    const snapshot = attendeeSnapshot(this.#state);
    const known = JSON.stringify(snapshot);
    if (known === this.#phonesKnow) return;
    this.#phonesKnow = known;
    toAttendee(this.#group('attendee'), 'session:state', snapshot);
    for (const { id, phase } of snapshot.activities) {
      if (phase === 'open') this.#tallyToPhones(id);
    }
  }

  #tallyToWalls(activity: string): void {
    const asked = this.#state.activities.get(activity);
    if (asked === undefined) return;
    toStage(this.#group('stage'), 'activity:changed', stageActivity(asked));
    toConsole(this.#group('console'), 'activity:changed', consoleActivity(asked));
  }

  #tallyToPhones(activity: string): void {
    const asked = this.#state.activities.get(activity);
    if (asked === undefined || !asked.revealed) return;
    const answered = this.io.to(group.answered(this.#state.code, activity));
    toAttendee(answered, 'activity:changed', roomView(asked));
  }

  #presenceToWalls(): void {
    const presence = { online: this.online() };
    toStage(this.#group('stage'), 'presence:changed', presence);
    toConsole(this.#group('console'), 'presence:changed', presence);
  }

  #deckRevised(): void {
    for (const [id, { answers }] of this.#state.activities) {
      if (answers.size === 0) this.#forgetWhoAnswered(id);
    }
    toStage(this.#wallsWith(true), 'session:deck', stageDeck(this.#state.deck));
    toStage(this.#wallsWith(false), 'session:deck', keylessDeck(this.#state));
    this.#keylessKnow = new Set(this.#state.shown);
    toConsole(this.#group('console'), 'session:deck', consoleDeck(this.#state.deck));
  }

  /** A slide is sent to a wall without the key when it is shown: one, and not the deck once more. */
  #slidesShown(): void {
    const news = keylessNews(this.#state, this.#keylessKnow);
    if (news.slides.length === 0) return;
    this.#keylessKnow = new Set(this.#state.shown);
    toStage(this.#wallsWith(false), 'session:slides', news);
  }

  #forgetWhoAnswered(activity: string): void {
    const answered = group.answered(this.#state.code, activity);
    this.io.in(answered).socketsLeave(answered);
  }

  #wallsWith(key: boolean) {
    return this.io.to(group.walls(this.#state.code, key));
  }

  #group(role: 'attendee' | 'stage' | 'console') {
    return this.io.to(group.of(this.#state.code, role));
  }
}
