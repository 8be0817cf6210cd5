import { signal, type ReadonlySignal } from '@preact/signals';
import type { StageEvents } from '../../protocol/messages.ts';
import type { Connection } from '../socket/connection.ts';

/** A sign on the stage, for one attendee or for several. */
export interface Reaction {
  readonly id: number;
  /** Its place among the signs of the deck. */
  readonly sign: number;
  /** The times that it was sent. */
  readonly times: number;
}

/** The time for which a reaction is seen. */
const REACTION_MS = 3_000;
/** The most of one sign that come up at once; of more, one stands for several. */
const MOST_AT_ONCE = 3;

/** Follows the reactions of the room, each for a short while. */
export function followReactions(
  connection: Pick<Connection<StageEvents>, 'on'>,
): ReadonlySignal<readonly Reaction[]> {
  const shown = signal<readonly Reaction[]>([]);
  let id = 0;
  connection.on('reactions:sent', ({ counts }) => {
    const news = counts.flatMap((count, sign) =>
      shares(count).map((times): Reaction => ({ id: (id += 1), sign, times })),
    );
    shown.value = [...shown.value, ...news];
    setTimeout(() => (shown.value = shown.value.filter((one) => !news.includes(one))), REACTION_MS);
  });
  return shown;
}

/** So many as equal shares, a few at most: 7 is 3, 2 and 2. */
export function shares(count: number): number[] {
  const parts = Math.min(count, MOST_AT_ONCE);
  return Array.from({ length: parts }, (_, part) => Math.ceil((count - part) / parts));
}
