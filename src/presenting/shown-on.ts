import type { StageActivityView, StageSlide, StageSnapshot } from '../session/views.ts';

/** The question on a slide, or the channel that it shows, as the room sees it; null where there is neither. */
export function shownOn(
  slide: Pick<StageSlide, 'activity' | 'channel'> | undefined,
  { activities, channels }: Pick<StageSnapshot, 'activities' | 'channels'>,
): StageActivityView | null {
  const question = activities.find(({ id }) => id === slide?.activity);
  return question ?? channels.find(({ id }) => id === slide?.channel) ?? null;
}
