import { z } from 'zod';
import type { DeckProblem, Slide, SlidePlace } from '../deck/deck.ts';
import type { DeckTheme, Mode } from '../deck/theme/theme.ts';
import type { SessionEntry } from './http.ts';
import type { StageActivityView, StageSlide } from '../session/views.ts';

/** Code units of one file: far more than a talk. A whole request has 1 MB at most. */
const LONGEST_TEXT = 500_000;
const LONGEST_TITLE = 200;
const MOST_FILES = 200;

const name = z.string().max(100);
const file = z.string().min(1).max(240);
const text = z.string().max(LONGEST_TEXT);

/** `PUT /api/v1/decks/NAME/files/FILE`; `base` is the hash of the text that was edited, null for a new file. */
export const saveBody = z.strictObject({ text, base: z.string().max(64).nullable() });
export type SaveBody = z.infer<typeof saveBody>;

/** `POST /api/v1/decks` */
export const newDeckBody = z.strictObject({ name, title: z.string().max(LONGEST_TITLE) });
export type NewDeckBody = z.infer<typeof newDeckBody>;

/** `POST /api/v1/decks/NAME/duplicate` and `…/rename` */
export const deckNameBody = z.strictObject({ name });
export type DeckNameBody = z.infer<typeof deckNameBody>;

/** `POST /api/v1/decks/NAME/preview` */
export const previewBody = z.strictObject({
  files: z.array(z.strictObject({ file, text })).max(MOST_FILES),
});
export type PreviewBody = z.infer<typeof previewBody>;

/** `POST /api/v1/decks/NAME/editors`; `id` is one page's own. */
export const editorBody = z.strictObject({ id: z.string().min(1).max(64) });
export type EditorBody = z.infer<typeof editorBody>;

/** A file of a deck that is edited as text, and the hash of that. */
export interface DeckFile {
  readonly file: string;
  readonly text: string;
  readonly hash: string;
}

/** `GET /api/v1/decks/NAME` */
export interface DeckFolderEntry {
  readonly name: string;
  readonly files: readonly DeckFile[];
  /** The paths of pictures and other media in its folder. */
  readonly media: readonly string[];
  /** The reason, in words, that nothing can be saved; null where it can. */
  readonly unwritable: string | null;
}

/** The answer to a save. */
export interface SavedFile {
  readonly hash: string;
}

/** The answer to a save that came too late: the text in the folder, null where the file is gone. */
export interface ChangedMeanwhile {
  readonly present: DeckFile | null;
}

/** A kept version of a file in `GET /api/v1/decks/NAME/versions`. */
export interface DeckVersion {
  /** The name of its file among the versions. */
  readonly id: string;
  readonly file: string;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  /** Lines that the version before it did not have, and those of it that are gone; all lines of the first one are added. */
  readonly added: number;
  readonly removed: number;
  /** The first line that it added, shortened; '' for none. */
  readonly line: string;
  /** true for the text that is in the folder now. */
  readonly present: boolean;
}

/** A slide as its author sees it: with its notes and its place in the files. */
export interface PreviewSlide extends StageSlide, Pick<Slide, 'notes'> {
  readonly place: SlidePlace;
  /** Its question as the stage shows it before the first answer, or null. */
  readonly question: StageActivityView | null;
}

/** A picture or another file for slides, by its path in the deck's folder. */
export interface MediaFile {
  readonly path: string;
  /** true where the texts that were compiled refer to it. */
  readonly used: boolean;
}

/** A deck compiled from texts that are not saved. */
export interface DeckPreview {
  readonly title: string;
  readonly lang: string;
  readonly mode: Mode;
  readonly problems: readonly DeckProblem[];
  /** All that compile, with mistakes elsewhere too. */
  readonly slides: readonly PreviewSlide[];
  readonly theme: DeckTheme | null;
  readonly media: readonly MediaFile[];
  /** Its own style sheet, cleaned; empty where it has none. */
  readonly style: string;
}

/** The answer to the sign of life of a page that edits a deck. */
export interface EditorsEntry {
  /** The number of other pages that edit it. */
  readonly others: number;
  /** The hash of each file. */
  readonly files: Readonly<Record<string, string>>;
  /** The running sessions of the deck that do not show it as it is saved; none while that has mistakes. */
  readonly outdated: readonly OutdatedSession[];
}

export type OutdatedSession = Pick<
  SessionEntry,
  'code' | 'title' | 'name' | 'rehearsal' | 'startedAt'
>;

/**
 * `GET /api/v1/sessions/CODE/saved-deck`: the saved version of a session's deck is `shown` in it, is
 * another (`changed`), cannot be presented (`with-mistakes`), or cannot be read (`gone`).
 */
export interface SavedDeckState {
  readonly saved: 'shown' | 'changed' | 'with-mistakes' | 'gone';
}
