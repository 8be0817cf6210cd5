import type { FenceReader } from '../../activities/fence-reader.ts';
import { MOST_KEPT_DAYS, readKeptDays } from '../../lib/kept-days.ts';

/** The two meanings of `keep` in the first lines of a deck. */
interface WrittenKeep {
  /** The days for which its sessions are kept; null if not given. */
  readonly keepDays: number | null;
  /** True if its first slide is part of the take-home. */
  readonly keep: boolean;
}

/** Reads `keep: 90d`, which is about the sessions of a deck, or `keep: true`, which is about its first slide. */
export function readKeep(reader: FenceReader): WrittenKeep {
  const written = reader.raw('keep') ?? false;
  if (typeof written === 'boolean') return { keepDays: null, keep: written };
  const keepDays = typeof written === 'string' ? readKeptDays(written) : null;
  if (keepDays === null) {
    const days = `"keep" must be a number of days from 1d to ${MOST_KEPT_DAYS}d, as in "keep: 90d"`;
    reader.problem(['keep'], `${days}; or true, to keep the first slide for attendees`);
  }
  return { keepDays, keep: false };
}
