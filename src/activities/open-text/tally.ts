import type { PresenterTexts, RoomTexts } from '../../moderation/shown.ts';
import type { WrittenTexts } from '../../moderation/texts.ts';

export type OpenTextTally = WrittenTexts & {
  answers: number;
  /** Attendees for each option. */
  readonly counts: number[];
};

type Totals = {
  readonly answers: number;
  /** Attendees for each option, whether they wrote something or not. */
  readonly counts: readonly number[];
};

/** The texts that were approved. */
export type RoomShown = Totals & RoomTexts & { readonly audience: 'room' };

/** All texts: those that the room reads first, then those that wait. */
export type PresenterShown = Totals & PresenterTexts & { readonly audience: 'presenter' };

/** null where too few have answered. */
export type OpenTextShown = RoomShown | PresenterShown | null;
