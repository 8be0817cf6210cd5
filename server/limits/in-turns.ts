import { setImmediate } from 'node:timers/promises';

export type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** Pieces of a file as bytes, with all else that waits done after each. An empty piece is such a turn alone. */
export async function* inTurns(pieces: Pieces): AsyncGenerator<Uint8Array, undefined> {
  for await (const piece of pieces) {
    if (piece.length > 0) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
    await setImmediate();
  }
}

/** Takes all steps of some work, with all else that waits done after each. */
export async function finishInTurns<Value>(steps: Generator<unknown, Value>): Promise<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
