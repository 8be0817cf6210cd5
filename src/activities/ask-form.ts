import type { Json } from '../lib/json.ts';

/** A list of options, one line each. */
export interface AskedOptions {
  /** The options where none is typed; empty where some must be. */
  readonly standard: readonly string[];
  /** true: one of them is marked as the correct one. */
  readonly marksCorrect: boolean;
}

/** A field of one line, or of several. */
export interface AskField {
  /** The name of its option in a fence. */
  readonly name: string;
  readonly label: string;
  /** `lines`: a text of several lines, which is kept as it is typed. */
  readonly kind: 'text' | 'number' | 'lines';
  /** The text that it begins with; empty where the presenter has to type one. */
  readonly start: string;
}

/** The form by which a presenter asks a question of a type on the spur of the moment. */
export interface AskForm {
  /** The name of the activity type. */
  readonly type: string;
  /** Its place among the forms, from 1: those that are asked the most come first. */
  readonly place: number;
  /** The type in a word or two: "Open text". */
  readonly label: string;
  /** null where it has no options. */
  readonly options: AskedOptions | null;
  readonly fields: readonly AskField[];
  /** The options of the fence for a typed form, without `id` and `question`. */
  toFence(typed: Typed): Readonly<Record<string, Json>>;
}

/** The typed part of a form, as its fence takes it. */
export interface Typed {
  /** The options, without empty lines. */
  readonly options: readonly string[];
  /** The position of the correct option, from 1; null where none is marked. */
  readonly correct: number | null;
  /** By the names of the fields; a number as a number, where it could be read. */
  readonly fields: Readonly<Record<string, Json>>;
}
