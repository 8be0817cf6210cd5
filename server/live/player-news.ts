import { ownScore } from '../../src/session/board.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { OnFault } from '../telemetry/guarded.ts';
import { forAttendee } from '../transport/socket-types.ts';
import type { LiveSession } from './live-session.ts';
import type { Publisher } from './publisher.ts';
import { fixedInterval, Throttle } from './throttle.ts';

/** A room that types its names would else be sent all of them with each. */
const INTERVAL_MS = 500;

/** Tells an attendee's own pages of a change of name or team, and screens of names, not too often. */
export class PlayerNews {
  readonly #throttle: Throttle;

  constructor(
    readonly session: LiveSession,
    readonly publisher: Publisher,
    onFault: OnFault,
  ) {
    this.#throttle = new Throttle(fixedInterval(INTERVAL_MS), () => this.#toScreens(), onFault);
    session.onFacts((facts) => this.#publish(facts));
  }

  stop(): void {
    this.#throttle.stop();
  }

  #publish(facts: readonly StoredFact[]): void {
    for (const { fact } of facts) {
      if (fact.type === 'player:joined') {
        this.#toTabs(fact.attendee);
        if (fact.name !== undefined) this.#throttle.changed('');
      } else if (fact.type === 'player:approved' || fact.type === 'player:put-away') {
        const { players } = this.session.state;
        for (const [attendee, { number }] of players) {
          if (number === fact.player) this.#toTabs(attendee);
        }
      }
    }
  }

  #toTabs(attendee: string): void {
    const tabs = this.publisher.presence.tabsOf(attendee);
    if (tabs.length === 0) return;
    const frame = forAttendee('score:mine', ownScore(this.session.state, attendee));
    for (const tab of tabs) tab.send(frame);
  }

  #toScreens(): number {
    this.publisher.toScreens();
    // The interval is the same for any number of bytes.
    return 0;
  }
}
