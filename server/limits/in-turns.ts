import { giveWay } from './give-way.ts';

/** Pieces of a file as bytes; all else comes first after each. An empty piece is such a turn alone. */
export async function* inTurns(pieces: Iterable<string>): AsyncGenerator<Uint8Array, undefined> {
  for (const piece of pieces) {
    if (piece !== '') yield Buffer.from(piece);
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
