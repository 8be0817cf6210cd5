import type { ContentsByKey } from '../../src/session/compose-snapshot.ts';
import { forAttendee } from '../transport/socket-types.ts';
import type { Frame } from '../transport/ws-frame.ts';

/**
 * The contents that attendees need for the present outline, and a frame for each set of them that
 * somebody lacks. A set of contents is a bit mask: one bit for each content of the session so far,
 * so that a connection keeps one number, and a crowd falls into few groups.
 */
export class ContentDelivery {
  readonly #bits = new Map<string, bigint>();
  readonly #frames = new Map<bigint, Frame>();
  #contents: ContentsByKey = new Map();
  #needed = 0n;

  /** The contents of the present outline, as a mask. */
  get needed(): bigint {
    return this.#needed;
  }

  /** Takes the contents of a new outline. */
  require(contents: ContentsByKey): void {
    this.#frames.clear();
    this.#contents = contents;
    this.#needed = 0n;
    for (const key of contents.keys()) {
      const bit = this.#bits.get(key) ?? 1n << BigInt(this.#bits.size);
      this.#bits.set(key, bit);
      this.#needed |= bit;
    }
  }

  /** The mask of the keys that a page says it has. Keys of other sessions count for nothing. */
  maskOf(keys: readonly string[]): bigint {
    return keys.reduce((mask, key) => mask | (this.#bits.get(key) ?? 0n), 0n);
  }

  /** The contents that the present outline names and `known` lacks; null where it lacks none. */
  missing(known: bigint): Frame | null {
    const missing = this.#needed & ~known;
    if (missing === 0n) return null;
    const frame = this.#frames.get(missing) ?? this.#frameOf(missing);
    this.#frames.set(missing, frame);
    return frame;
  }

  #frameOf(missing: bigint): Frame {
    const lacking = [...this.#contents].filter(
      ([key]) => ((this.#bits.get(key) ?? 0n) & missing) !== 0n,
    );
    return forAttendee('activity:contents', Object.fromEntries(lacking));
  }
}
