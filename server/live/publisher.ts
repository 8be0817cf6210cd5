import {
  unauthenticatedDeck,
  unauthenticatedNews,
  unauthenticatedSnapshot,
} from '../../src/session/unauthenticated-stage.ts';
import {
  attendeeOutline,
  consoleActivity,
  consoleDeck,
  consoleSnapshot,
  roomTally,
  stageActivity,
  stageDeck,
  stageSnapshot,
} from '../../src/session/project.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { AttendeeOutline } from '../../src/session/views.ts';
import type { SessionState } from '../../src/session/state.ts';
import type { Presence } from './presence.ts';
import {
  forAttendee,
  forConsole,
  forStage,
  type PlenarySocket,
} from '../transport/socket-types.ts';
import { send, type Frame } from '../transport/ws-frame.ts';
import { crowdInterval, Throttle, bandwidthInterval, fixedInterval } from './throttle.ts';
import { ContentDelivery } from './content-delivery.ts';
import type { LiveSession } from './live-session.ts';
import { FanOut } from '../transport/fan-out.ts';

// Ten pictures a second look alive; a phone's battery and the room's Wi-Fi prefer four, and less.
const STAGE_INTERVAL = 100;
const PHONE_PER_SECOND = 4;
const PHONE_BYTES_PER_SECOND = 400;
const PRESENCE_INTERVAL = 500;

/** Tells a session's audiences what has become durable: tallies at their own pace, all else at once. */
export class Publisher {
  readonly #state: SessionState;
  readonly #stages: Throttle;
  readonly #phones: Throttle;
  readonly #presence: Throttle;
  readonly #fanOut = new FanOut(() => this.#catchUp());
  /** Tallies that are due to phones, as soon as the ones before have been written. */
  readonly #due = new Set<string>();
  readonly #contents = new ContentDelivery();
  #outline: AttendeeOutline;
  #outlineFrame: Frame;
  #unauthenticatedKnow: ReadonlySet<string>;

  constructor(
    readonly presence: Presence,
    session: LiveSession,
  ) {
    this.#state = session.state;
    const { outline, contents } = attendeeOutline(session.state);
    this.#contents.require(contents);
    this.#outline = outline;
    this.#outlineFrame = forAttendee('session:state', outline);
    this.#unauthenticatedKnow = new Set(session.state.shown);
    this.#stages = new Throttle(crowdInterval(STAGE_INTERVAL), (id) => this.#tallyToStages(id));
    this.#phones = new Throttle(bandwidthInterval(PHONE_PER_SECOND, PHONE_BYTES_PER_SECOND), (id) =>
      this.#tallyToPhones(id),
    );
    this.#presence = new Throttle(fixedInterval(PRESENCE_INTERVAL), () => this.#presenceToStages());
    session.onFacts((facts) => this.#publish(facts));
  }

  /** Brings a page that has just connected up to date. It has the contents that it says it has. */
  welcomeFrames(socket: PlenarySocket): readonly Frame[] {
    const known = this.#contents.maskOf(socket.data.contents);
    this.presence.setContents(socket, known | this.#contents.needed);
    const contents = this.#contents.missing(known);
    return contents === null ? [this.#outlineFrame] : [contents, this.#outlineFrame];
  }

  /** An attendee came or left. */
  presenceChanged(): void {
    this.#presence.changed('');
  }

  stop(): void {
    this.#stages.stop();
    this.#phones.stop();
    this.#presence.stop();
    this.#fanOut.stop();
  }

  #publish(facts: readonly StoredFact[]): void {
    const tallies = new Set<string>();
    let talkChanged = false;
    for (const { fact } of facts) {
      // A phone's snapshot has no tally of an open question: what a control changed would not show.
      if (fact.type === 'answer:given' || fact.type === 'activity:controlled')
        tallies.add(fact.activity);
      if (fact.type !== 'answer:given') talkChanged = true;
      if (fact.type === 'activity:reset') this.presence.forgetWhoAnswered(fact.activity);
      if (fact.type === 'deck:revised') this.#deckRevised();
    }
    if (talkChanged) this.#everything();
    for (const activity of tallies) {
      if (!talkChanged) this.#stages.changed(activity);
      this.#phones.changed(activity);
    }
  }

  /** Full snapshots to all. Phones are spared a snapshot that says what they know. */
  #everything(): void {
    this.#slidesShown();
    const { authenticatedStages, unauthenticatedStages, consoles } = this.presence;
    sendAll(authenticatedStages, forStage('session:state', stageSnapshot(this.#state)));
    sendAll(unauthenticatedStages, forStage('session:state', unauthenticatedSnapshot(this.#state)));
    sendAll(consoles, forConsole('session:state', consoleSnapshot(this.#state)));
    this.#outlineToPhones();
  }

  /** The outline, and before it the contents that it names, to those who lack them. */
  #outlineToPhones(): void {
    const { outline, contents } = attendeeOutline(this.#state);
    const frame = forAttendee('session:state', outline);
    if (frame.packet === this.#outlineFrame.packet) return;
    this.#contents.require(contents);
    for (const [lacking, sockets] of this.presence.groupByContents(this.#contents)) {
      this.#fanOut.send(sockets, lacking);
    }
    this.#fanOut.send(this.presence.attendees, frame);
    const before = new Set(this.#outline.activities.map((one) => JSON.stringify(one)));
    this.#outline = outline;
    this.#outlineFrame = frame;
    // A page keeps the tally of a question whose status is as it was.
    for (const activity of outline.activities) {
      const id = contents.get(activity.key)?.id;
      if (id !== undefined && !before.has(JSON.stringify(activity))) this.#tallyToPhones(id);
    }
  }

  #tallyToStages(activity: string): number {
    const activityState = this.#state.activities.get(activity);
    if (activityState === undefined) return 0;
    const { authenticatedStages, unauthenticatedStages, consoles } = this.presence;
    const frame = forStage('activity:changed', stageActivity(activityState, this.#state.at));
    sendAll(authenticatedStages, frame);
    sendAll(unauthenticatedStages, frame);
    if (consoles.size > 0) {
      sendAll(
        consoles,
        forConsole('activity:changed', consoleActivity(activityState, this.#state.at)),
      );
    }
    return frame.packet.length;
  }

  /** The newest tally, or none yet where phones are still written to: an older one would only wait. */
  #tallyToPhones(activity: string): number {
    const activityState = this.#state.activities.get(activity);
    const answered = this.presence.answered(activity);
    if (activityState?.revealed !== true || answered.size === 0) return 0;
    const frame = forAttendee('activity:changed', roomTally(activityState, this.#state.at));
    if (this.#fanOut.isBusy) this.#due.add(activity);
    else this.#fanOut.send(answered, frame);
    return frame.packet.length;
  }

  #catchUp(): void {
    const [activity] = this.#due;
    if (activity === undefined) return;
    this.#due.delete(activity);
    this.#tallyToPhones(activity);
  }

  #presenceToStages(): number {
    const presence = { online: this.presence.online };
    const { authenticatedStages, unauthenticatedStages, consoles } = this.presence;
    const frame = forStage('presence:changed', presence);
    for (const screens of [authenticatedStages, unauthenticatedStages, consoles])
      sendAll(screens, frame);
    return frame.packet.length;
  }

  #deckRevised(): void {
    for (const [id, { answers }] of this.#state.activities) {
      if (answers.size === 0) this.presence.forgetWhoAnswered(id);
    }
    const { authenticatedStages, unauthenticatedStages, consoles } = this.presence;
    sendAll(authenticatedStages, forStage('session:deck', stageDeck(this.#state.deck)));
    sendAll(unauthenticatedStages, forStage('session:deck', unauthenticatedDeck(this.#state)));
    this.#unauthenticatedKnow = new Set(this.#state.shown);
    sendAll(consoles, forConsole('session:deck', consoleDeck(this.#state.deck)));
  }

  /** A slide is sent to a stage without the key when it is shown: one, and not the deck once more. */
  #slidesShown(): void {
    const news = unauthenticatedNews(this.#state, this.#unauthenticatedKnow);
    if (news.slides.length === 0) return;
    this.#unauthenticatedKnow = new Set(this.#state.shown);
    sendAll(this.presence.unauthenticatedStages, forStage('session:slides', news));
  }
}

function sendAll(screens: Iterable<PlenarySocket>, frame: Frame): void {
  for (const screen of screens) send(screen, frame);
}
