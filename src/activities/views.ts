import type { ComponentType } from 'preact';
import type { Json } from '../lib/json.ts';
import type { NextStep } from './contract.ts';

/**
 * How an attendee answers: the inside of a card that already shows the question, the phase and
 * whether the answer is recorded.
 */
export interface PhoneViewProps<Content = Json, Answer = Json, Shown = Json, CorrectAnswer = Json> {
  /** Names the card's heading, for `aria-labelledby`. */
  readonly labelledBy: string;
  readonly content: Content;
  /** What this attendee last gave, recorded or still on its way; null for nothing yet. */
  readonly answer: Answer | null;
  /** false once the question is closed: the answer is shown, and can't be changed. */
  readonly open: boolean;
  /** The room's tally, where this attendee may see it. */
  readonly tally: Shown | null;
  /** What is right, once it is shown. */
  readonly correctAnswer: CorrectAnswer | null;
  /** The same for this device and this question, another elsewhere: to shuffle by. */
  readonly seed: string;
  /** What this attendee may do next by another answer, where the type says `startsFrom`; else empty. */
  readonly starters: readonly NextStep[];
  /** Sends an answer; a later one replaces it. */
  give(answer: Answer): void;
}

/** How a tally looks on the stage, on the console and in the results, below its question. */
export interface StageViewProps<Content = Json, Shown = Json, CorrectAnswer = Json> {
  readonly question: string;
  readonly content: Content;
  /** null while it is hidden: the view shows what can be answered instead. */
  readonly tally: Shown | null;
  /** What is right, once it is shown. */
  readonly correctAnswer: CorrectAnswer | null;
  /** Sends a control of the type's own; on a console alone. */
  readonly control?: (control: Json) => void;
}

/** What an attendee takes home of one question: below its wording, on their own page. */
export interface TakeHomeViewProps<
  Content = Json,
  Answer = Json,
  Shown = Json,
  CorrectAnswer = Json,
> {
  readonly content: Content;
  /** What this attendee gave last. */
  readonly answer: Answer;
  readonly tally: Shown | null;
  readonly correctAnswer: CorrectAnswer | null;
}

const RETRY_MS = 1_500;

/** Loads a module with a view. */
export type Loader<Props> = () => Promise<{ default: ComponentType<Props> }>;

/** Loads the view at a path. */
export async function loadFrom<Props>(
  views: Record<string, Loader<Props>>,
  path: string,
): Promise<ComponentType<Props>> {
  const loader = views[path];
  if (loader === undefined) throw new Error(`There is no ${path}`);
  return (await persistently(loader)).default;
}

/** Tries until it loads: on a hall's Wi-Fi the first try may well be lost. */
export async function persistently<Module>(loader: () => Promise<Module>): Promise<Module> {
  for (;;) {
    try {
      return await loader();
    } catch {
      await new Promise((later) => setTimeout(later, RETRY_MS));
    }
  }
}
