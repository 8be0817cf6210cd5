import { applyChange } from '../../lib/json-change.ts';
import type { Moment, MomentLine, MomentView, Replay, ReplayEnd, ReplayHead } from './moment.ts';

type Line = ReplayHead | MomentLine | ReplayEnd;

/** The replay in its lines; null where a part of them is missing. */
export function readReplay(text: string): Replay | null {
  const moments: Moment[] = [];
  let every: number | null = null;
  let view: unknown = null;
  for (const written of text.split('\n')) {
    if (written === '') continue;
    // Sound: client and server are built from the same source.
    const line = JSON.parse(written) as Line;
    if ('every' in line) every = line.every;
    else if ('change' in line) {
      view = applyChange(view, line.change);
      // Sound: the changes are those between such views.
      moments.push({ at: line.at, ...(view as MomentView) });
    } else {
      return every === null ? null : { moments, every, hasEveryStep: line.hasEveryStep };
    }
  }
  return null;
}
