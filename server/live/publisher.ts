import {
  unauthenticatedDeck,
  unauthenticatedNews,
  unauthenticatedSnapshot,
} from '../../src/session/unauthenticated-stage.ts';
import { consoleActivity, roomTally, stageActivity } from '../../src/session/activity-views.ts';
import {
  attendeeOutline,
  consoleDeck,
  consoleSnapshot,
  stageDeck,
  stageSnapshot,
} from '../../src/session/project.ts';
import type { Deck } from '../../src/deck/deck.ts';
import { isForRoom } from '../../src/session/channels.ts';
import { isOfOneAttendee, type StoredFact } from '../../src/session/facts.ts';
import { findActivity, type SessionState } from '../../src/session/state.ts';
import type { AttendeeOutline } from '../../src/session/views.ts';
import type { Presence } from './presence.ts';
import type { Connection } from '../transport/connection.ts';
import { forAttendee, forConsole, forStage } from '../transport/socket-types.ts';
import type { Frame } from '../transport/ws-frame.ts';
import { crowdInterval, Throttle, bandwidthInterval, fixedInterval } from './throttle.ts';
import { changedTallies } from './changed-tallies.ts';
import { ChannelFollowers } from './channel-followers.ts';
import { ContentDelivery } from './content-delivery.ts';
import type { LiveSession } from './live-session.ts';
import { FanOut, sendAll } from '../transport/fan-out.ts';
import { tellAfterUndo } from './after-undo.ts';
import { TallyFaults } from './tally-faults.ts';
import { SlideFollowers } from './slide-followers.ts';

// Ten frames a second look alive; a phone's battery and the hall's Wi-Fi prefer four, or fewer.
const STAGE_INTERVAL = 100;
const PHONE_PER_SECOND = 4;
const PHONE_BYTES_PER_SECOND = 400;
const PRESENCE_INTERVAL = 500;

/** A deck as stages without the key may see it, after so many slides were shown. */
interface DeckFrame {
  readonly deck: Deck;
  readonly shown: number;
  readonly hash: string;
  readonly frame: Frame;
}

/** Sends durable changes to a session's audiences: tallies throttled, everything else at once. */
export class Publisher {
  readonly #state: SessionState;
  readonly #stages: Throttle;
  readonly #phones: Throttle;
  readonly #presence: Throttle;
  readonly slideFollowers: SlideFollowers;
  readonly channelFollowers = new ChannelFollowers(this);
  readonly #fanOut = new FanOut(
    () => this.#catchUp(),
    (error) => this.session.fault(error),
  );
  /** Anybody may open a stage: those without the key are written to in slices, as phones are. */
  readonly #toUnauthenticated = new FanOut(
    () => undefined,
    (error) => this.session.fault(error),
  );
  /** Tallies that are due to phones, as soon as the ones before have been written. */
  readonly #due = new Set<string>();
  readonly #faults: TallyFaults;
  readonly #contents = new ContentDelivery();
  #tallies = { seq: 0, frames: new Map<string, Frame>() };
  #outline: AttendeeOutline;
  #outlineFrame: Frame;
  #deckFrame: DeckFrame | null = null;
  /** The deck that screens were sent. */
  #deck: Deck;
  #unauthenticatedKnow: ReadonlySet<string>;

  constructor(
    readonly presence: Presence,
    readonly session: LiveSession,
  ) {
    this.#state = session.state;
    this.#deck = session.state.deck;
    this.#faults = new TallyFaults(session);
    const { outline, contents } = attendeeOutline(session.state);
    this.#contents.require(contents);
    this.#outline = outline;
    this.#outlineFrame = forAttendee('session:state', outline);
    this.#unauthenticatedKnow = new Set(session.state.shown);
    const onFault = (error: unknown): void => session.fault(error);
    this.#stages = new Throttle(
      crowdInterval(STAGE_INTERVAL),
      (id) => this.#tallyToStages(id),
      onFault,
    );
    this.#phones = new Throttle(
      bandwidthInterval(PHONE_PER_SECOND, PHONE_BYTES_PER_SECOND),
      (id) => this.#tallyToPhones(id),
      onFault,
    );
    this.#presence = new Throttle(
      fixedInterval(PRESENCE_INTERVAL),
      () => this.#presenceToStages(),
      onFault,
    );
    this.slideFollowers = new SlideFollowers(session.state, presence, this.#fanOut, onFault);
    session.onFacts((facts) => this.#publish(facts));
  }

  /** Brings a page that has just connected up to date. It has the contents that it says it has. */
  welcomeFrames(connection: Connection, keys: readonly string[]): readonly Frame[] {
    const known = this.#contents.maskOf(keys);
    connection.contents = known | this.#contents.needed;
    const contents = this.#contents.missing(known);
    return contents === null ? [this.#outlineFrame] : [contents, this.#outlineFrame];
  }

  /**
   * The deck for stages without the key, and its hash. Encoded once until another slide is shown:
   * anybody may open a stage again and again.
   */
  unauthenticatedDeck(): { readonly hash: string; readonly frame: Frame } {
    const { deck, shown } = this.#state;
    const known = this.#deckFrame;
    if (known?.deck === deck && known.shown === shown.size) return known;
    const made = unauthenticatedDeck(this.#state);
    const frame = forStage('session:deck', made);
    this.#deckFrame = { deck, shown: shown.size, hash: made.hash, frame };
    return this.#deckFrame;
  }

  /**
   * The tally of an activity for those who have answered it; null while it is not revealed. Encoded
   * once for all who get it between two commits: only facts change it.
   */
  tallyFrame(activity: string): Frame | null {
    const { seq, activities, channels } = this.#state;
    if (this.#tallies.seq !== seq) this.#tallies = { seq, frames: new Map() };
    const known = this.#tallies.frames.get(activity);
    if (known !== undefined) return known;
    const activityState = activities.get(activity) ?? channels.get(activity);
    if (activityState?.revealed !== true) return null;
    const event = channels.has(activity) ? 'channel:changed' : 'activity:changed';
    const frame = forAttendee(event, roomTally(activityState, this.#state));
    this.#tallies.frames.set(activity, frame);
    return frame;
  }

  /** The frames for a connection that may see the tally from now on: an open activity's, once. */
  tallyOnceAnswered(connection: Connection, activity: string): readonly Frame[] {
    if (!this.presence.noteAnswered(connection, activity)) return [];
    if (this.#state.activities.get(activity)?.phase !== 'open') return [];
    const frame = this.tallyFrame(activity);
    return frame === null ? [] : [frame];
  }

  /** Tells screens that an attendee came or left, soon. */
  presenceChanged(): void {
    this.#presence.changed('');
  }

  /** Sends a frame to every stage of the session. */
  toStages(frame: Frame): void {
    sendAll(this.presence.authenticatedStages, frame);
    this.#toUnauthenticated.send(this.presence.unauthenticatedStages, frame);
  }

  stop(): void {
    this.#stages.stop();
    this.#phones.stop();
    this.#presence.stop();
    this.slideFollowers.stop();
    this.#fanOut.stop();
    this.#toUnauthenticated.stop();
  }

  #publish(facts: readonly StoredFact[]): void {
    const isUndo = facts.some(({ fact }) => fact.type === 'step:undone');
    const undone = isUndo ? tellAfterUndo(this.#state, this.presence, this.#fanOut) : [];
    const tallies = new Set([...undone, ...changedTallies(this.#state, facts)]);
    const stateChanged = facts.some(({ fact }) => !isOfOneAttendee(fact));
    for (const { fact } of facts) {
      if (fact.type === 'activity:reset') this.presence.forgetWhoAnswered(fact.activity);
    }
    if (this.#deck !== this.#state.deck) this.#deckRevised();
    if (stateChanged) this.#everything();
    for (const activity of tallies) {
      if (!stateChanged) this.#stages.changed(activity);
      this.#phones.changed(activity);
    }
  }

  /** Full snapshots to all. Phones are spared a snapshot that says what they know. */
  #everything(): void {
    this.#slidesShown();
    this.toScreens();
    this.#outlineToPhones();
    this.slideFollowers.changed();
  }

  /** Full snapshots to stages and consoles. */
  toScreens(): void {
    const { authenticatedStages, unauthenticatedStages, consoles } = this.presence;
    const toStages = stageSnapshot(this.#state);
    this.#faults.note(toStages.activities);
    sendAll(authenticatedStages, forStage('session:state', toStages));
    this.#toUnauthenticated.send(
      unauthenticatedStages,
      forStage('session:state', unauthenticatedSnapshot(this.#state)),
    );
    sendAll(consoles, forConsole('session:state', consoleSnapshot(this.#state)));
  }

  /** The outline, and before it the contents that it names, to those who lack them. */
  #outlineToPhones(): void {
    const { outline, contents } = attendeeOutline(this.#state);
    const frame = forAttendee('session:state', outline);
    if (frame.packet === this.#outlineFrame.packet) return;
    this.#contents.require(contents);
    for (const [lacking, connections] of this.presence.groupByContents(this.#contents)) {
      this.#fanOut.send(connections, lacking);
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
    const activityState = findActivity(this.#state, activity);
    if (activityState === undefined) return 0;
    const { consoles } = this.presence;
    const view = stageActivity(activityState, this.#state);
    this.#faults.note([view]);
    const frame = forStage('activity:changed', view);
    if (isForRoom(activityState)) this.toStages(frame);
    if (consoles.size > 0) {
      sendAll(
        consoles,
        forConsole('activity:changed', consoleActivity(activityState, this.#state)),
      );
    }
    return frame.packet.length;
  }

  /** The newest tally, or none yet where phones are still written to: an older one would only wait. */
  #tallyToPhones(activity: string): number {
    const isChannel = this.#state.channels.has(activity);
    const shown = this.presence[isChannel ? 'followersOf' : 'answered'](activity);
    const frame = shown.size === 0 ? null : this.tallyFrame(activity);
    if (frame === null) return 0;
    if (this.#fanOut.isBusy) this.#due.add(activity);
    else this.#fanOut.send(shown, frame);
    return frame.packet.length;
  }

  #catchUp(): void {
    const [activity] = this.#due;
    if (activity === undefined) return;
    this.#due.delete(activity);
    this.#tallyToPhones(activity);
  }

  #presenceToStages(): number {
    const presence = { online: this.presence.online() };
    const frame = forStage('presence:changed', presence);
    this.toStages(frame);
    sendAll([...this.presence.consoles, ...this.presence.remotes], frame);
    return frame.packet.length;
  }

  #deckRevised(): void {
    this.#deck = this.#state.deck;
    for (const [id, { answers }] of this.#state.activities) {
      if (answers.size === 0) this.presence.forgetWhoAnswered(id);
    }
    const { authenticatedStages, unauthenticatedStages, consoles } = this.presence;
    sendAll(authenticatedStages, forStage('session:deck', stageDeck(this.#state.deck)));
    this.#toUnauthenticated.send(unauthenticatedStages, this.unauthenticatedDeck().frame);
    this.#unauthenticatedKnow = new Set(this.#state.shown);
    sendAll(consoles, forConsole('session:deck', consoleDeck(this.#state.deck)));
  }

  /** A slide is sent to a stage without the key when it is shown: one, and not the deck once more. */
  #slidesShown(): void {
    const news = unauthenticatedNews(this.#state, this.#unauthenticatedKnow);
    if (news.slides.length === 0) return;
    this.#unauthenticatedKnow = new Set(this.#state.shown);
    this.#toUnauthenticated.send(
      this.presence.unauthenticatedStages,
      forStage('session:slides', news),
    );
  }
}
