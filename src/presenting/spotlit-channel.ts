import { isRecord } from '../lib/json.ts';
import type { StageActivityView, StageSlide } from '../session/views.ts';

/** The channel of which the stage shows a text over the slide; undefined where it shows none. */
export function spotlitChannel(
  channels: readonly StageActivityView[],
  slide: Pick<StageSlide, 'channel'> | undefined,
): StageActivityView | undefined {
  if (slide === undefined) return undefined;
  // The slide that shows the channel shows its text itself.
  return channels.find(({ id, tally }) => id !== slide.channel && textIn(tally) !== null);
}

/** The text that the stage shows over the slide; null for none. */
export function spotlitText(...where: Parameters<typeof spotlitChannel>): string | null {
  return textIn(spotlitChannel(...where)?.tally);
}

function textIn(tally: unknown): string | null {
  const spotlight = isRecord(tally) ? tally['spotlight'] : undefined;
  const text = isRecord(spotlight) ? spotlight['text'] : undefined;
  return typeof text === 'string' ? text : null;
}
