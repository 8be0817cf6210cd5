import type { Deck } from '../../src/deck/deck.ts';
import { remoteActivity, remoteDeck, remoteSnapshot } from '../../src/session/remote-view.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { SlidesMoved } from '../../src/protocol/messages.ts';
import type { Connection } from '../transport/connection.ts';
import { forConsole, forRemote } from '../transport/socket-types.ts';
import type { Frame } from '../transport/ws-frame.ts';
import type { LiveSession } from './live-session.ts';
import type { Presence } from './presence.ts';
import { fixedInterval, Throttle } from './throttle.ts';

// A remote counts answers, and draws no chart.
const COUNT_INTERVAL = 500;

/** The phones that move the slides of a session: sends them what changes, and disconnects them. */
export class Remotes {
  readonly #counts: Throttle;
  /** The deck that remotes were sent. */
  #deck: Deck;

  constructor(
    readonly presence: Presence,
    readonly session: LiveSession,
  ) {
    this.#deck = session.state.deck;
    this.#counts = new Throttle(
      fixedInterval(COUNT_INTERVAL),
      (id) => this.#sendActivity(id),
      (error) => session.fault(error),
    );
    session.onFacts((facts) => this.#publish(facts));
  }

  /** Sends a remote that has just connected all that it shows, but for the deck that it `knows`. */
  welcome(remote: Connection, known: string | null, now: number): void {
    const { state } = this.session;
    const deck = forRemote('session:deck', remoteDeck(state.deck));
    remote.send(
      ...(known === state.deck.hash ? [] : [deck]),
      forRemote('remote:welcome', { now }),
      forRemote('session:state', remoteSnapshot(state)),
    );
  }

  /** Tells the consoles that a remote came or left. */
  changed(): void {
    for (const console of this.presence.consoles) console.send(this.connected());
  }

  /** The number of remotes, for a console. */
  connected(): Frame {
    return forConsole('remotes:changed', {
      connected: this.presence.remotes.size + this.presence.elsewhere.sum('remotes'),
    });
  }

  /** Tells the other consoles and remotes from where the slides were moved; a mover at another node is null. */
  tellMoved(mover: Connection | null, move: SlidesMoved): void {
    const frame = forRemote('slides:moved', move);
    for (const screen of [...this.presence.consoles, ...this.presence.remotes]) {
      if (screen !== mover) screen.send(frame);
    }
  }

  stop(): void {
    this.#counts.stop();
  }

  #publish(facts: readonly StoredFact[]): void {
    const { state } = this.session;
    const types = new Set(facts.map(({ fact }) => fact.type));
    if (types.has('remotes:disconnected') || types.has('session:ended')) {
      // Each leaves the set when it is closed.
      for (const remote of [...this.presence.remotes]) remote.close('remote-disconnected');
    }
    const isRevised = this.#deck !== state.deck;
    this.#deck = state.deck;
    if (this.presence.remotes.size === 0) return;
    if (isRevised) this.#send(forRemote('session:deck', remoteDeck(state.deck)));
    types.delete('answer:given');
    if (types.size > 0) this.#send(forRemote('session:state', remoteSnapshot(state)));
    for (const { fact } of facts) {
      if (fact.type === 'answer:given') this.#counts.changed(fact.activity);
    }
  }

  #sendActivity(id: string): number {
    const activityState = this.session.state.activities.get(id);
    if (activityState === undefined) return 0;
    const view = remoteActivity(activityState, this.session.state);
    const frame = forRemote('activity:changed', view);
    this.#send(frame);
    return frame.packet.length;
  }

  #send(frame: Frame): void {
    for (const remote of this.presence.remotes) remote.send(frame);
  }
}
