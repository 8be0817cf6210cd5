import { z } from 'zod';
import type { DeckProblem } from '../deck/deck.ts';
import { LONGEST_SESSION_NAME } from '../lib/session-name.ts';
import { normaliseText, textLength } from '../lib/typed-text.ts';
import type { StageDeck, StageSlide } from '../session/views.ts';

/** `POST /api/v1/sign-in` */
export const signInBody = z.strictObject({ key: z.string().min(1).max(256) });
export type SignInBody = z.infer<typeof signInBody>;

/** `POST /api/v1/sessions` */
export const startBody = z.strictObject({
  deck: z.string().min(1).max(64),
  /** true: a session that counts nowhere. */
  rehearsal: z.boolean().optional(),
});
export type StartBody = z.infer<typeof startBody>;

/** `POST /api/v1/sessions/CODE/name`; an empty name takes the name back. */
export const nameBody = z.strictObject({
  name: z
    .string()
    .transform(normaliseText)
    .refine((name) => textLength(name) <= LONGEST_SESSION_NAME),
});
export type NameBody = z.input<typeof nameBody>;

/** The answer to `POST /api/v1/sessions/import`. */
export interface BroughtEntry {
  readonly session: SessionEntry;
  /** False if the version of Plenary that wrote the file counted something otherwise. */
  readonly sameResults: boolean;
}

/** A deck in `GET /api/v1/decks`. A deck with errors cannot be presented. */
export interface DeckEntry {
  readonly name: string;
  readonly title: string;
  readonly slides: number;
  readonly questions: number;
  /** The planned minutes of all slides; null if none are planned. */
  readonly minutes: number | null;
  /** The start of its latest session that is no rehearsal: ISO 8601, UTC; null before the first. */
  readonly lastGiven: string | null;
  /** The parts for a picture of its first slide; null for a deck with errors. */
  readonly cover: DeckCover | null;
  readonly problems: readonly DeckProblem[];
}

/** The first slide of a deck, and the looks that it has. */
export interface DeckCover extends Pick<StageDeck, 'style' | 'theme'> {
  readonly slide: StageSlide;
  readonly lang: string;
}

/** The answer to a deletion whose words stand in the database file for some time yet. */
export interface DeletionNotice {
  readonly message: string;
}

/** A session with its URLs. Times in ISO 8601, UTC. */
export interface SessionEntry {
  readonly code: string;
  readonly deck: string;
  readonly title: string;
  /** The presenter's own name for it; '' for none. */
  readonly name: string;
  /** true: a session that counts nowhere. */
  readonly rehearsal: boolean;
  /** Attendees who have answered; null where the session's facts cannot be read. */
  readonly people: number | null;
  /** Answers, once for each attendee and question; null as `people` is. */
  readonly answers: number | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** The moment at which it is deleted by itself; null where nothing limits it. */
  readonly keptUntil: string | null;
  readonly joinUrl: string;
  readonly stageUrl: string;
  readonly consoleUrl: string;
  readonly resultsUrl: string;
}
