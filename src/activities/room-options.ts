import { contentHash } from '../lib/content-hash.ts';
import { isRecord } from '../lib/json.ts';
import { isInteger } from '../lib/number-range.ts';
import type { Activity, ActivityType, OptionsFrom } from './contract.ts';
import { FEWEST_OPTIONS } from './fewest-options.ts';
import type { FenceReader } from './fence-reader.ts';
import { activityType } from './registry.ts';

const STANDARD_TOP = 5;
const NAMES = ['activity', 'top'];

/**
 * Reads `options-from: {activity: ID, top: 5}`, and tells the reader that the options come from the
 * room; null where they do not.
 */
export function readOptionsFrom(
  fence: FenceReader,
  { roomOptions }: Pick<ActivityType, 'roomOptions'>,
): OptionsFrom | null {
  if (roomOptions === undefined) return null;
  const written = fence.raw('options-from');
  if (written === undefined) return null;
  const { activity, top = STANDARD_TOP } = isRecord(written)
    ? fence.mappingAt(['options-from'], written, NAMES)
    : { activity: written };
  const from = fence.textAt(['options-from', 'activity'], activity);
  const { most } = roomOptions;
  const isFit = isInteger(top, FEWEST_OPTIONS, most);
  if (!isFit) {
    const path = ['options-from', 'top'];
    fence.problem(path, `"top" must be a whole number from ${FEWEST_OPTIONS} to ${most}`);
  }
  fence.roomOptions = isFit ? top : Math.min(STANDARD_TOP, most);
  return { activity: from, top: fence.roomOptions, taken: null };
}

/** The question with options that the room wrote, and the hash that it has with them. */
export function withRoomOptions(activity: Activity, options: readonly string[]): Activity {
  const { optionsFrom, type: name } = activity;
  const type = activityType(name);
  if (optionsFrom === undefined || type.roomOptions === undefined) return activity;
  const content = type.roomOptions.replace(activity.content, options);
  const hash = hashAsWritten(activity);
  const asked = { hash, content: type.publicContent(content) };
  const taken = { options: [...options], hash };
  return { ...activity, content, hash: contentHash(asked), optionsFrom: { ...optionsFrom, taken } };
}

/** The hash of the wording, without options that the room wrote. */
export function hashAsWritten({ hash, optionsFrom }: Activity): string {
  return optionsFrom?.taken?.hash ?? hash;
}

/** true while the question has no options: the room's are taken once it opens. */
export function awaitsOptions({ optionsFrom }: Activity): boolean {
  return optionsFrom?.taken === null;
}
