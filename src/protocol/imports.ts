import { z } from 'zod';
import type { DeckProblem } from '../deck/deck.ts';
import type { DeckTheme } from '../deck/theme/theme.ts';
import type { StageSlide } from '../session/views.ts';

/** `POST /api/v1/imports`: the name of the file or folder that is brought. */
export const importBody = z.strictObject({ name: z.string().max(255) });
export type ImportBody = z.infer<typeof importBody>;

/** `POST /api/v1/imports/ID/take` */
export const takeBody = z.strictObject({ name: z.string().min(1).max(255) });
export type TakeBody = z.infer<typeof takeBody>;

/** `POST /api/v1/imports/ID/media`: the deck that a brought file is for, and the path of the file. */
export const mediaBody = z.strictObject({
  deck: z.string().max(100),
  path: z.string().min(1).max(1000),
});
export type MediaBody = z.infer<typeof mediaBody>;

/** The answer to `POST /api/v1/imports`. */
export interface ImportEntry {
  readonly id: string;
}

/** A file that does not become part of the deck, and why. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

/** `GET /api/v1/imports/ID`: the deck as it would be taken. */
export interface ImportReport {
  /** A name that is free. */
  readonly name: string;
  readonly title: string;
  readonly lang: string;
  readonly slides: number;
  readonly questions: number;
  readonly problems: readonly DeckProblem[];
  /** False if a problem has to be mended before the deck can be presented. */
  readonly presentable: boolean;
  readonly leftOut: readonly LeftOut[];
  /** Null where it cannot be presented. */
  readonly first: { readonly slide: StageSlide; readonly theme?: DeckTheme } | null;
}

/** The answer to `POST /api/v1/imports/ID/take`. */
export interface TakenDeck {
  readonly name: string;
}
