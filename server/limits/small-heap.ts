import { setFlagsFromString } from 'node:v8';

/** By itself V8 lets a heap grow to several times its size before it collects. */
const GROWING = { small: 30, asUsual: 0 };

let users = 0;

/**
 * Keeps the heap small meanwhile, for work whose objects are let go soon. Not at other times: in a hall that
 * answers, each collection more would hold receipts up.
 */
export async function withSmallHeap<Value>(work: () => Promise<Value>): Promise<Value> {
  users += 1;
  grow(GROWING.small);
  try {
    return await work();
  } finally {
    users -= 1;
    if (users === 0) grow(GROWING.asUsual);
  }
}

function grow(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}
