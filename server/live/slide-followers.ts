import { followedSlide } from '../../src/session/followed-slide.ts';
import type { SessionState } from '../../src/session/state.ts';
import type { OnFault } from '../telemetry/guarded.ts';
import type { Connection } from '../transport/connection.ts';
import type { FanOut } from '../transport/fan-out.ts';
import { forAttendee } from '../transport/socket-types.ts';
import type { Frame } from '../transport/ws-frame.ts';
import type { Presence } from './presence.ts';
import { fixedInterval, Throttle } from './throttle.ts';

// A presenter who leafs through ten slides shows none of them for long.
const INTERVAL = 400;

/** Sends the present slide to those attendees' pages that follow the slides. */
export class SlideFollowers {
  readonly #throttle: Throttle;
  #frame: { readonly seq: number; readonly frame: Frame } | null = null;
  /** The slide that all followers have; null where they may have different ones. */
  #known: string | null = null;

  constructor(
    readonly state: SessionState,
    readonly presence: Presence,
    readonly fanOut: FanOut,
    onFault: OnFault,
  ) {
    this.#throttle = new Throttle(fixedInterval(INTERVAL), () => this.#send(), onFault);
  }

  /** Lets a page follow the slides from now on. Returns the present one. */
  follow(connection: Connection): Frame {
    this.presence.followers.add(connection);
    const frame = this.#present();
    // The others have still to be sent this one: whatever comes after it is news to some of them.
    if (frame.packet !== this.#known) this.#known = null;
    return frame;
  }

  unfollow(connection: Connection): void {
    this.presence.followers.delete(connection);
  }

  /** Sends the slide, soon, if it is another than before. */
  changed(): void {
    this.#throttle.changed('');
  }

  stop(): void {
    this.#throttle.stop();
  }

  /** The bytes that each of them was sent. */
  #send(): number {
    const { followers } = this.presence;
    if (followers.size === 0) {
      this.#known = null;
      return 0;
    }
    const frame = this.#present();
    if (frame.packet === this.#known) return 0;
    this.#known = frame.packet;
    this.fanOut.send(followers, frame);
    return frame.packet.length;
  }

  /** The present slide, made once between two commits. */
  #present(): Frame {
    const { seq } = this.state;
    if (this.#frame?.seq !== seq) {
      const frame = forAttendee('slide:followed', { slide: followedSlide(this.state) });
      this.#frame = { seq, frame };
    }
    return this.#frame.frame;
  }
}
