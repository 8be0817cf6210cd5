import type { Json } from '../lib/json.ts';
import type { Result } from '../lib/result.ts';
import type { FenceReader } from './fence-reader.ts';

/** Settings that every activity type has: opening, results, closing. */
export interface ActivitySettings {
  /** `auto`: opens when the talk arrives at its slide. `manual`: the console opens it. */
  readonly open: 'auto' | 'manual';
  /** `live`: the stage shows the tally at once. `revealed`: once the console reveals it. */
  readonly results: 'live' | 'revealed';
  /** A tally of fewer answers than this is shown to nobody. 1 shows every tally. */
  readonly minAnswers: number;
  /** Seconds after its opening at which the server closes the question; null: it stays open. */
  readonly closeAfter: number | null;
}

/** One live question, as its author wrote it. Serialisable: the log keeps it. */
export interface Activity {
  readonly type: string;
  /** Unique in its deck. */
  readonly id: string;
  /** Content hash of the wording: an answer to another hash answers another question. */
  readonly hash: string;
  readonly question: string;
  readonly settings: ActivitySettings;
  /** Options of the type: choices, rows, scale. With correct answers; see `publicContent`. */
  readonly content: Json;
  /** The accent of its slide, from 1; null for the theme's own. */
  readonly accent: number | null;
  /** The id of the earlier question that it asks again; left out where it asks for the first time. */
  readonly again?: string;
  /** The points for a right answer; left out where they are the usual ones, and where it gives none. */
  readonly points?: number;
  /** The texts of the room that become its options; left out where its author wrote them. */
  readonly optionsFrom?: OptionsFrom;
}

/** Options that are taken from the room's texts, once the question opens. */
export interface OptionsFrom {
  /** The id of the question for which the room wrote them. */
  readonly activity: string;
  /** The most of them, the most frequent first. */
  readonly top: number;
  /** The options, and the hash of the wording without them; null until they are taken. */
  readonly taken: { readonly options: readonly string[]; readonly hash: string } | null;
}

/** One line of an export: what one attendee said to one item of one activity. */
export interface ResultItem {
  /** The item's name: a row's label; empty where the activity is its own only item. */
  readonly item: string;
  /** The choice's level on its scale, or position in its list from 1; null where it has none. */
  readonly value: number | null;
  /** The text of the choice. */
  readonly choice: string;
  /** The text that the attendee wrote; empty where there is none. */
  readonly text: string;
}

/** A column of the wide table: one number or text for each attendee. */
export interface Variable {
  /** Its part of the question, as in the deck; '' for the whole of it. */
  readonly item: string;
  /** `nominal`: codes without an order; `ordinal`: with one; `scale`: amounts; `text`: words. */
  readonly measure: 'nominal' | 'ordinal' | 'scale' | 'text';
  /** The meanings of its numbers; empty where they stand for themselves. */
  readonly values: readonly { readonly value: number; readonly label: string }[];
  /** The cell of an attendee with these lines, at least one; null for a part that was not answered. */
  cell(items: readonly ResultItem[]): number | string | null;
}

/** The people who will see a tally: the room (stage and phones), or the presenter. */
export type Audience = 'room' | 'presenter';

/** Options for showing a tally. */
export interface ShowOptions {
  /** Every part of fewer answers than this is left out. */
  readonly minAnswers: number;
  readonly audience: Audience;
  /** true once the correct answer is revealed: only then may a tally be compared with it. */
  readonly answerRevealed: boolean;
  /** The time of the session's newest fact, in milliseconds since 1970-01-01 UTC. */
  readonly now: number;
}

/** One suggestion that follows from an answer. */
export interface NextStep {
  /** Its subject: a row's label. */
  readonly about: string;
  readonly step: string;
}

/** The sum of an attendee's own answer, in one line at the top of their take-home. */
export interface InShort {
  /** `next-step` as the attendee wrote it; `suggested-step` as the author did. */
  readonly about:
    | 'next-step'
    | 'suggested-step'
    | 'lowest'
    | 'match'
    | 'first-place'
    | 'most-points';
  readonly text: string;
}

/**
 * Commands of an activity type for the console, besides opening, closing and revealing. Each control
 * is a fact of the log, so a replay applies it again. A reset discards it with the tally.
 */
export interface ActivityControl<Tally, Shown extends Json, Control extends Json> {
  /** The control, normalised; null where it would change nothing. An error is a sentence. */
  check(tally: Tally, control: unknown): Result<Control | null, string>;
  /** Changes the tally, in place, by a control that `check` accepted. */
  apply(tally: Tally, control: Control): void;
  /** The control, given, in two or three words: "Text approved". */
  label(control: Control): string;
  /** The control that takes back one which has changed a tally. */
  inverse(control: Control): Control;
  /** The controls still to be given, such as approvals, derived from what `show` returned. */
  due(shown: Shown): readonly Control[];
}

/** Numbers by which one attendee's answers are compared when a question is asked again. */
export interface Comparison<Content, Answer> {
  /** `share`: 1 for an item that was chosen, and 0 for one that was not. `number`: one on the scale. */
  readonly of: 'share' | 'number';
  /** The measure in words, as it follows "Before and now: ": "mean points". */
  unit(content: Content): string;
  /** The names of the items, in their order; an empty one where the question is its own only item. */
  items(content: Content): readonly string[];
  /** A number for each item; null for one that was not answered. */
  measure(content: Content, answer: Answer): readonly (number | null)[];
  /** The ends of the scale, the first drawn at the start; for shares 0 and 1. */
  scale(content: Content): readonly [number, number];
  /** true where all items together have a shape, which a radar shows; left out where they never have. */
  hasShape?(content: Content): boolean;
}

/** One way in which answers sort attendees into groups, for a table of two questions. */
export type Grouping<Answer> = {
  /** The item's name; empty where the question is its own only item. */
  readonly item: string;
} & (
  | {
      readonly by: 'group';
      /** Their names, in their order. */
      readonly groups: readonly string[];
      /** The fewest and the most groups that one attendee is in. */
      readonly each: readonly [fewest: number, most: number];
      /** The places of an answer's groups among all; empty where it leaves the item out. */
      of(answer: Answer): readonly number[];
    }
  | {
      readonly by: 'number';
      readonly unit: string;
      /** The number that an answer gives; null where it leaves the item out. */
      of(answer: Answer): number | null;
    }
);

/** The slides to which a question leads after its close. */
export interface WaysOn<Content, Tally> {
  /** The id of the slide for each option, '' for the next in order; empty where none leads elsewhere. */
  to(content: Content): readonly string[];
  /** The names of the options, and the attendees who chose each. */
  options(content: Content): readonly string[];
  counts(tally: Tally): readonly number[];
}

/** One thing that an attendee has said in a channel, for their take-home. */
export interface OwnLine {
  readonly text: string;
  /** Its end in a word or two; empty for none. */
  readonly note: string;
}

/** A type that is open for the whole talk and on no slide: a channel. */
export interface Channel<Tally, Answer> {
  /** The audience that is shown its tally. */
  readonly audience: Audience;
  /** The wording, which no author writes. */
  readonly question: string;
  /** The lines of an export, which name no attendee. `now` in milliseconds since 1970-01-01 UTC. */
  report(tally: Tally, now: number): readonly ChannelRow[];
  /** The control that ends what the stage shows over its slide; null where that shows nothing. */
  leave?(tally: Tally): Json | null;
  /** The lines of an attendee's take-home; left out where it has none. */
  own?(tally: Tally, answer: Answer): readonly OwnLine[];
}

/** A line of a channel's export. */
export interface ChannelRow extends ResultItem {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
}

/** The options of a type that may come from the room; its `read` takes them by `fence.options`. */
export interface RoomOptions<Content> {
  readonly most: number;
  /** The content with these options, at least two, in the place of those that it had. */
  replace(content: Content, options: readonly string[]): Content;
}

/**
 * An activity type: pure rules, nothing else. `Content` is what the author wrote, `Answer` what one
 * attendee said, `Tally` the running count, `Shown` what leaves the server.
 *
 * The session checks before it calls: `count` and `report` only meet answers that `check` accepted
 * for the same content.
 */
export interface ActivityType<
  Content extends Json = Json,
  Answer extends Json = Json,
  Tally = unknown,
  Shown extends Json = Json,
  Control extends Json = Json,
> {
  /** The name of its folder, and of its fence in a deck. */
  readonly type: string;
  /** The defaults of `hide-below` and `results` for this activity type. */
  readonly minAnswers: number;
  readonly results: ActivitySettings['results'];
  /** Reads the options of the fence; mistakes are reported to the reader, all of them. */
  read(fence: FenceReader): Content;
  /** The options whose text keeps its lines and spaces when it is asked on the spot; left out for none. */
  readonly blocks?: readonly string[];
  /** The part of the content that attendees may read from the start: never the correct answer. */
  publicContent(content: Content): Json;
  /** The correct answer and its explanation, secret until revealed; null for opinions. */
  correctAnswer(content: Content): Json | null;
  /** true for a correct answer, false for a wrong one; null for questions of opinion. */
  isCorrect(content: Content, answer: Answer): boolean | null;
  /**
   * The part of its points that an answer gets, from 0 to 1, for a content with a correct answer; left
   * out where answers give no points.
   */
  score?(content: Content, answer: Answer): number;
  /**
   * The answer, normalised. An error is a sentence that the attendee can act on. A null in a list of
   * the answer is a part that is not answered yet, and nothing else: a phone counts these.
   */
  check(content: Content, answer: unknown): Result<Answer, string>;
  /** A tally without answers. */
  emptyTally(content: Content): Tally;
  /**
   * Adds (`by` 1) or takes back (`by` -1) one answer, in place, so that it costs the same at any
   * size. `attendee` is the pseudonymous id of its author, `at` the time of the change in milliseconds
   * since 1970-01-01 UTC, which only channels need.
   */
  count(tally: Tally, answer: Answer, by: 1 | -1, attendee: string, at?: number): void;
  /**
   * An objection to an answer that follows from the tally, as a sentence; null where there is none.
   * Left out where `check` says all. `before` is the attendee's earlier answer.
   */
  object?(tally: Tally, answer: Answer, before: Answer | null): string | null;
  /** Left out where the type belongs on a slide. */
  readonly channel?: Channel<Tally, Answer>;
  /** The tally for an audience, with every part of fewer than `minAnswers` answers left out. */
  show(tally: Tally, content: Content, options: ShowOptions): Shown;
  /** Commands of its own for the console; left out where it has none. */
  readonly control?: ActivityControl<Tally, Shown, Control>;
  /** The answer as lines of an export, in the order of the question. */
  report(content: Content, answer: Answer): ResultItem[];
  /** The columns of the wide table that hold all lines of the export; empty for a channel. */
  variables(content: Content): readonly Variable[];
  /** Suggestions that follow from an attendee's own answer; left out where there are none. */
  nextSteps?(content: Content, answer: Answer): readonly NextStep[];
  /** The sum of an answer, in lines for the top of a take-home; left out where there is none. */
  inShort?(content: Content, answer: Answer): readonly InShort[];
  /** Comparison of two answers by numbers; left out where answers are not of that kind. */
  readonly comparison?: Comparison<Content, Answer>;
  /** The groups by which the question is crossed with others; left out where it only counts who answered. */
  groupings?(content: Content): readonly Grouping<Answer>[];
  /** Ways on from the question, by the room's choices; left out where the type leads nowhere. */
  readonly ways?: WaysOn<Content, Tally>;
  /** Options that the room wrote; left out where the type takes none. */
  readonly roomOptions?: RoomOptions<Content>;
  /**
   * The texts that the room wrote and may read, the most frequent first: another question may offer
   * them as options. Left out where nothing is written.
   */
  roomTexts?(tally: Tally): readonly string[];
  /** The id of the question whose next steps this one offers its attendees, or null. */
  startsFrom?(content: Content): string | null;
  /** The lines of a fence that an author may begin with, in YAML, without its `id`. */
  readonly example: string;
  /** A small question and fitting and unfitting answers, from which the contract suite is run. */
  readonly sample: {
    readonly options: Readonly<Record<string, unknown>>;
    readonly fitting: readonly Json[];
    readonly unfitting: readonly unknown[];
  };
  /**
   * A plausible answer of the attendee with this number, from 0: rehearsals and tests give it.
   * `publicContent` is what a phone has, so it holds no correct answer.
   */
  sampleAnswer(publicContent: Content, attendee: number): Answer;
}
