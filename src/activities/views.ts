import type { ComponentType } from 'preact';
import { backoffDelay } from '../lib/backoff-delay.ts';
import type { Json } from '../lib/json.ts';
import type { NextStep } from './contract.ts';

/**
 * Props of the view in which an attendee answers: the inside of a card that already shows the
 * question, the phase and whether the answer is recorded.
 */
export interface PhoneViewProps<Content = Json, Answer = Json, Shown = Json, CorrectAnswer = Json> {
  /** Names the card's heading, for `aria-labelledby`. */
  readonly labelledBy: string;
  /** The deck's language, by which typed numbers are read and written. */
  readonly lang: string;
  readonly content: Content;
  /** This attendee's latest answer, recorded or still on its way; null where there is none. */
  readonly answer: Answer | null;
  /** false once the question is closed: the answer is shown, and can't be changed. */
  readonly open: boolean;
  /** The room's tally, where this attendee may see it. */
  readonly tally: Shown | null;
  /** The correct answer; null until it is revealed. */
  readonly correctAnswer: CorrectAnswer | null;
  /** A seed for shuffling: constant for this device and this question. */
  readonly seed: string;
  /** Next steps from the answer to the question that `startsFrom` names; else empty. */
  readonly starters: readonly NextStep[];
  /** The unsent draft, as the view kept it; null where there is none. */
  readonly draft: Json | null;
  /** Keeps a draft on this device, over moves and reloads; null drops it. */
  keepDraft(draft: Json | null): void;
  /** Puts the button Send at the foot of the card, always in reach; null removes it. */
  offerSend(send: SendOffer | null): void;
  /** Sends an answer; a later one replaces it. */
  give(answer: Answer): void;
}

/** The button Send of a view whose answer is composed first. */
export interface SendOffer {
  /** The draft that the rest is about. */
  readonly draft: Json | null;
  /** A sentence on what keeps the draft from being sent; null where nothing does. */
  readonly obstacle: string | null;
  /** True if the draft equals the given answer. */
  readonly given: boolean;
  /** The id of the form that the button submits. */
  readonly form: string;
}

/** Props of the view of a tally on the stage, on the console and in the results. */
export interface StageViewProps<Content = Json, Shown = Json, CorrectAnswer = Json> {
  readonly question: string;
  readonly content: Content;
  /** null while it is hidden: the view then shows the options instead. */
  readonly tally: Shown | null;
  /** The correct answer; null until it is revealed. */
  readonly correctAnswer: CorrectAnswer | null;
  /** Sends a control of the type's own; on a console alone. */
  readonly control?: (control: Json) => void;
}

/** Props of the view of one question on the attendee's take-home page, below its wording. */
export interface TakeHomeViewProps<
  Content = Json,
  Answer = Json,
  Shown = Json,
  CorrectAnswer = Json,
> {
  /** The title of the talk. */
  readonly talk: string;
  readonly content: Content;
  /** This attendee's latest answer. */
  readonly answer: Answer;
  readonly tally: Shown | null;
  readonly correctAnswer: CorrectAnswer | null;
}

const LONGEST_RETRY_MS = 10_000;

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
  for (let failures = 0; ; failures += 1) {
    try {
      return await loader();
    } catch {
      const delay = backoffDelay(failures, LONGEST_RETRY_MS, Math.random());
      await new Promise((later) => setTimeout(later, delay));
    }
  }
}
