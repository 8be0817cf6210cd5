import { giveWay } from './give-way.ts';

export type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** Pieces of a file as bytes; all else comes first after each. An empty piece is such a turn alone. */
export async function* inTurns(pieces: Pieces): AsyncGenerator<Uint8Array, undefined> {
  for await (const piece of pieces) {
    if (piece.length > 0) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
    await giveWay();
  }
}

/** Takes all steps of some work; all else comes first after each. */
export async function finishInTurns<Value>(steps: Generator<unknown, Value>): Promise<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await giveWay();
  }
}
