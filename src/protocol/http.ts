import { z } from 'zod';
import type { DeckProblem } from '../deck/deck.ts';

/** `POST /api/v1/sign-in` */
export const signInBody = z.strictObject({ key: z.string().min(1).max(256) });
export type SignInBody = z.infer<typeof signInBody>;

/** `POST /api/v1/sessions` */
export const startBody = z.strictObject({ deck: z.string().min(1).max(64) });
export type StartBody = z.infer<typeof startBody>;

/** A deck in `GET /api/v1/decks`. A deck with errors cannot be presented. */
export interface DeckEntry {
  readonly name: string;
  readonly title: string;
  readonly slides: number;
  readonly questions: number;
  readonly problems: readonly DeckProblem[];
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
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly joinUrl: string;
  readonly stageUrl: string;
  readonly consoleUrl: string;
  readonly resultsUrl: string;
}
