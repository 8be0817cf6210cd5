import { readFileSync, statSync } from 'node:fs';
import { Damage } from './sqlite.ts';

/**
 * Throws a `Damage` where the write-ahead log beside a database is damaged in its middle. SQLite
 * takes the first frame that does not fit for the end of the log, as it would be after a power cut,
 * and would leave out all that was committed after it without a word.
 */
export function demandWholeLog(database: string): void {
  const lost = lostCommits(readLog(`${database}-wal`));
  if (lost === 0) return;
  throw new Damage(
    `The file ${database}-wal is damaged: what was recorded last cannot be read (${lost} commits). Copy the whole data folder, then restore a backup; or delete ${database}-wal, and go on without what is in it.`,
  );
}

/** Tells whether an earlier process has left something in the write-ahead log beside a database. */
export function isLogLeftOver(database: string): boolean {
  return (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function readLog(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

// The format: https://sqlite.org/fileformat2.html#the_write_ahead_log
const HEADER = 32;
const FRAME_HEADER = 24;
const PAGES = [512, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768, 65_536];
const USUAL_PAGE = 4_096;

/** The number of commits behind a damaged place of a write-ahead log; 0 where none is known. */
export function lostCommits(wal: Buffer): number {
  if (wal.length < HEADER) return 0;
  const { frames, sum } = layout(wal);
  // A log is written anew from its start: older frames have another salt.
  const salt = sum === null ? frames[0]?.salt : wal.toString('latin1', 16, 24);
  const whole = sum === null ? 0 : wholeFrames(wal, frames, sum, salt);
  const behind = frames.slice(whole).filter((frame) => frame.salt === salt);
  const commits = behind.filter(({ commits: ends }) => ends);
  // One commit alone is what a power cut leaves of a commit that was never acknowledged.
  return commits.length > 1 || behind.at(-1)?.commits === false ? commits.length : 0;
}

interface Frame {
  readonly start: number;
  readonly end: number;
  readonly salt: string;
  /** True for the last frame of a commit. */
  readonly commits: boolean;
}

/** The frames by their places, and the checksum of the header; null where that does not fit. */
function layout(wal: Buffer): { readonly frames: readonly Frame[]; readonly sum: Sum | null } {
  const stated = wal.readUInt32BE(8);
  const isPage = PAGES.includes(stated);
  const length = FRAME_HEADER + (isPage ? stated : USUAL_PAGE);
  const count = Math.floor((wal.length - HEADER) / length);
  const frames = Array.from({ length: count }, (_, index): Frame => {
    const start = HEADER + index * length;
    return {
      start,
      end: start + length,
      salt: wal.toString('latin1', start + 8, start + 16),
      commits: wal.readUInt32BE(start + 4) !== 0,
    };
  });
  const sum = added(wal, [0, 0], 0, HEADER - 8);
  return { frames, sum: isSumAt(wal, sum, HEADER - 8) ? sum : null };
}

/** The number of undamaged frames from the start: each holds the checksum of all before it. */
function wholeFrames(
  wal: Buffer,
  frames: readonly Frame[],
  header: Sum,
  salt: string | undefined,
): number {
  let sum = header;
  const broken = frames.findIndex((frame) => {
    const { start, end } = frame;
    sum = added(wal, added(wal, sum, start, start + 8), start + FRAME_HEADER, end);
    return frame.salt !== salt || !isSumAt(wal, sum, start + 16);
  });
  return broken === -1 ? frames.length : broken;
}

type Sum = readonly [number, number];

function isSumAt(wal: Buffer, [one, two]: Sum, offset: number): boolean {
  return wal.readUInt32BE(offset) === one && wal.readUInt32BE(offset + 4) === two;
}

/** The checksum of all before, and of the bytes from `start` to before `end`. */
function added(wal: Buffer, before: Sum, start: number, end: number): Sum {
  const isBigEndian = (wal.readUInt32BE(0) & 1) === 1;
  let [one, two] = before;
  for (let at = start; at < end; at += 8) {
    const [first, second] = isBigEndian
      ? [wal.readUInt32BE(at), wal.readUInt32BE(at + 4)]
      : [wal.readUInt32LE(at), wal.readUInt32LE(at + 4)];
    one = (one + first + two) >>> 0;
    two = (two + second + one) >>> 0;
  }
  return [one, two];
}
