import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Collects the garbage of this process, so that it does not have to during a measurement. */
export function collectGarbage(): void {
  if (typeof collect === 'function') collect();
}
