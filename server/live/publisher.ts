import {
  keylessDeck,
  keylessNews,
  keylessSnapshot,
} from '../../src/session/unauthenticated-stage.ts';
import {
  attendeeSnapshot,
  consoleActivity,
  consoleDeck,
  consoleSnapshot,
  roomTally,
  stageActivity,
  stageDeck,
  stageSnapshot,
} from '../../src/session/project.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { SessionState } from '../../src/session/state.ts';
import type { Attendance } from './presence.ts';
import {
  forAttendee,
  forConsole,
  forStage,
  type PlenarySocket,
} from '../transport/socket-types.ts';
import { deliver, type Frame } from '../transport/ws-frame.ts';
import { asCrowded, Pace, sparingly, steadily } from './throttle.ts';
import type { Room } from './live-session.ts';
import { Slices } from '../transport/fan-out.ts';

// Ten pictures a second look alive; a phone's battery and the room's Wi-Fi prefer four, and less.
const WALL_INTERVAL = 100;
const PHONE_PER_SECOND = 4;
const PHONE_BYTES_PER_SECOND = 400;
const PRESENCE_INTERVAL = 500;

/** Tells a session's audiences what has become durable: tallies at their own pace, all else at once. */
export class Publisher {
  readonly #state: SessionState;
  readonly #walls: Pace;
  readonly #phones: Pace;
  readonly #presence: Pace;
  readonly #slices = new Slices(() => this.#catchUp());
  /** Tallies that are due to phones, as soon as the ones before have been written. */
  readonly #due = new Set<string>();
  #phonesKnow: Frame;
  #keylessKnow: ReadonlySet<string>;

  constructor(
    readonly attendance: Attendance,
    room: Room,
  ) {
    this.#state = room.state;
    this.#phonesKnow = forAttendee('session:state', attendeeSnapshot(room.state));
    this.#keylessKnow = new Set(room.state.shown);
    this.#walls = new Pace(asCrowded(WALL_INTERVAL), (id) => this.#tallyToWalls(id));
    this.#phones = new Pace(sparingly(PHONE_PER_SECOND, PHONE_BYTES_PER_SECOND), (id) =>
      this.#tallyToPhones(id),
    );
    this.#presence = new Pace(steadily(PRESENCE_INTERVAL), () => this.#presenceToWalls());
    room.onFacts((facts) => this.#publish(facts));
  }

  /** What every attendee knows of the talk now. */
  get phonesKnow(): Frame {
    return this.#phonesKnow;
  }

  /** An attendee came or left. */
  presenceChanged(): void {
    this.#presence.changed('');
  }

  stop(): void {
    this.#walls.stop();
    this.#phones.stop();
    this.#presence.stop();
    this.#slices.stop();
  }

  #publish(facts: readonly StoredFact[]): void {
    const tallies = new Set<string>();
    let talkChanged = false;
    for (const { fact } of facts) {
      // A phone's snapshot has no tally of an open question: words that were approved would not show.
      if (fact.type === 'answer:given' || fact.type === 'words:approved')
        tallies.add(fact.activity);
      if (fact.type !== 'answer:given') talkChanged = true;
      if (fact.type === 'activity:reset') this.attendance.forgetWhoAnswered(fact.activity);
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
    const { signedInWalls, keylessWalls, consoles, attendees } = this.attendance;
    deliverAll(signedInWalls, forStage('session:state', stageSnapshot(this.#state)));
    deliverAll(keylessWalls, forStage('session:state', keylessSnapshot(this.#state)));
    deliverAll(consoles, forConsole('session:state', consoleSnapshot(this.#state)));
    const snapshot = attendeeSnapshot(this.#state);
    const frame = forAttendee('session:state', snapshot);
    if (frame.packet === this.#phonesKnow.packet) return;
    this.#phonesKnow = frame;
    this.#slices.deliver(attendees, frame);
    for (const { id, phase } of snapshot.activities) {
      if (phase === 'open') this.#tallyToPhones(id);
    }
  }

  #tallyToWalls(activity: string): number {
    const asked = this.#state.activities.get(activity);
    if (asked === undefined) return 0;
    const { signedInWalls, keylessWalls, consoles } = this.attendance;
    const frame = forStage('activity:changed', stageActivity(asked));
    deliverAll(signedInWalls, frame);
    deliverAll(keylessWalls, frame);
    if (consoles.size > 0) {
      deliverAll(consoles, forConsole('activity:changed', consoleActivity(asked)));
    }
    return frame.packet.length;
  }

  /** The newest tally, or none yet where phones are still written to: an older one would only wait. */
  #tallyToPhones(activity: string): number {
    const asked = this.#state.activities.get(activity);
    const answered = this.attendance.answered(activity);
    if (asked?.revealed !== true || answered.size === 0) return 0;
    const frame = forAttendee('activity:changed', roomTally(asked));
    if (this.#slices.isBusy) this.#due.add(activity);
    else this.#slices.deliver(answered, frame);
    return frame.packet.length;
  }

  #catchUp(): void {
    const [activity] = this.#due;
    if (activity === undefined) return;
    this.#due.delete(activity);
    this.#tallyToPhones(activity);
  }

  #presenceToWalls(): number {
    const presence = { online: this.attendance.online };
    const { signedInWalls, keylessWalls, consoles } = this.attendance;
    const frame = forStage('presence:changed', presence);
    for (const screens of [signedInWalls, keylessWalls, consoles]) deliverAll(screens, frame);
    return frame.packet.length;
  }

  #deckRevised(): void {
    for (const [id, { answers }] of this.#state.activities) {
      if (answers.size === 0) this.attendance.forgetWhoAnswered(id);
    }
    const { signedInWalls, keylessWalls, consoles } = this.attendance;
    deliverAll(signedInWalls, forStage('session:deck', stageDeck(this.#state.deck)));
    deliverAll(keylessWalls, forStage('session:deck', keylessDeck(this.#state)));
    this.#keylessKnow = new Set(this.#state.shown);
    deliverAll(consoles, forConsole('session:deck', consoleDeck(this.#state.deck)));
  }

  /** A slide is sent to a wall without the key when it is shown: one, and not the deck once more. */
  #slidesShown(): void {
    const news = keylessNews(this.#state, this.#keylessKnow);
    if (news.slides.length === 0) return;
    this.#keylessKnow = new Set(this.#state.shown);
    deliverAll(this.attendance.keylessWalls, forStage('session:slides', news));
  }
}

function deliverAll(screens: Iterable<PlenarySocket>, frame: Frame): void {
  for (const screen of screens) deliver(screen, frame);
}
