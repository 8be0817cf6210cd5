import { isRecord } from '../lib/json.ts';
import { nearestWord } from '../lib/nearest-word.ts';
import { visibleSpelling } from '../lib/spellings.ts';
import { normaliseText } from '../lib/typed-text.ts';
import { isInteger } from '../lib/number-range.ts';

const LARGEST_NUMBER = 1e9;

/** The path of a value in a fence: keys and list indices from its root. */
export type FencePath = readonly (string | number)[];

/**
 * The address of a picture in the deck's folder, by its name there; null where it cannot be shown, which
 * is reported at `path`.
 */
export type FindPicture = (written: string, path: FencePath) => string | null;

/** The deck of a fence, as far as its questions need it. */
export interface FenceDeck {
  /** A BCP 47 tag. */
  readonly lang: string;
  readonly findPicture: FindPicture;
}

const noDeck: FenceDeck = { lang: 'en', findPicture: () => null };

/** A mistake inside a fence, at the line of `path`. */
export interface FenceProblem {
  readonly path: FencePath;
  readonly message: string;
  /** The texts that can be written instead; an author needs them once. */
  readonly help?: string;
}

/**
 * Reads the options of one question's fence. Each method returns a usable value whatever was
 * written and notes what is wrong, so that an author sees every mistake at once. Options that no
 * method asked for are mistakes too.
 */
export class FenceReader {
  readonly problems: FenceProblem[] = [];
  /** The most options that come from the room; 0 where the author writes them. */
  roomOptions = 0;
  readonly #asked = new Set<string>();
  readonly #options: Readonly<Record<string, unknown>>;

  /**
   * @param sourceOf the letters of a value as its author wrote it; null where they are not known
   * @param deck the deck of the fence
   */
  constructor(
    options: Readonly<Record<string, unknown>>,
    readonly sourceOf: (path: FencePath) => string | null = () => null,
    readonly deck: FenceDeck = noDeck,
  ) {
    this.#options = options;
  }

  /** Notes a mistake. */
  problem(path: FencePath, message: string): void {
    this.problems.push({ path, message });
  }

  /** The option as it was written, or undefined. */
  raw(key: string): unknown {
    this.#asked.add(key);
    return Object.hasOwn(this.#options, key) ? this.#options[key] : undefined;
  }

  /** A line of text that must be there. Numbers and booleans are taken as they are written. */
  text(key: string): string {
    const written = this.raw(key);
    if (written === undefined || written === null) {
      this.problem([], `"${key}" is missing`);
      return '';
    }
    return this.textAt([key], written);
  }

  /** A line of text, or an empty one where the option is left out. */
  optionalText(key: string): string {
    return this.optionalTextAt([key], this.raw(key));
  }

  /** The text at a path whose value is already at hand. */
  textAt(path: FencePath, written: unknown): string {
    // As a number, version 3.10 would be 3.1.
    if (typeof written === 'number' || typeof written === 'boolean') {
      return this.sourceOf(path) ?? String(written);
    }
    if (typeof written === 'string' && written.trim() !== '') return written.trim();
    // "Yes: at once" in a list is a mapping of one key in YAML; nobody means one.
    const source = isRecord(written) ? this.sourceOf(path) : null;
    if (source !== null) return source;
    this.problem(path, `${placeName(path)} must be a text`);
    return '';
  }

  /** The text at a path whose value is already at hand, or an empty one where it is left out. */
  optionalTextAt(path: FencePath, written: unknown): string {
    return written === undefined ? '' : this.textAt(path, written);
  }

  /** The address of the picture that is named at a path; empty where it is left out or cannot be shown. */
  optionalPictureAt(path: FencePath, written: unknown): string {
    const name = this.optionalTextAt(path, written);
    return name === '' ? '' : (this.deck.findPicture(name, path) ?? '');
  }

  /** A whole number between `least` and `most`, or `otherwise` where the option is left out. */
  integer<Otherwise extends number | null>(
    key: string,
    least: number,
    most: number,
    otherwise: Otherwise,
  ): number | Otherwise {
    const written = this.raw(key);
    if (written === undefined) return otherwise;
    if (isInteger(written, least, most)) return written;
    this.problem([key], `"${key}" must be a whole number from ${least} to ${most}`);
    return otherwise;
  }

  /** Any number, or `otherwise` where the option is left out; null: it must be there. */
  number(key: string, otherwise: number | null): number {
    const written = this.raw(key);
    if (written !== undefined) return this.numberAt([key], written);
    if (otherwise === null) this.problem([], `"${key}" is missing`);
    return otherwise ?? 0;
  }

  /** The number at a path whose value is already at hand. */
  numberAt(path: FencePath, written: unknown): number {
    // Adding zero makes 0 of −0, which JSON does not keep.
    if (typeof written === 'number' && Math.abs(written) <= LARGEST_NUMBER) return written + 0;
    this.problem(path, `${placeName(path)} must be a number, a billion at most`);
    return 0;
  }

  /** One of the given words, or the first of them where the option is left out. */
  oneOf<Word extends string>(key: string, words: readonly [Word, ...Word[]]): Word {
    const written = this.raw(key);
    if (written === undefined) return words[0];
    const found = words.find((word) => word === written);
    if (found !== undefined) return found;
    this.problem([key], `"${key}" must be ${words.join(' or ')}, not ${JSON.stringify(written)}`);
    return words[0];
  }

  /** true or false; `otherwise` where the option is left out. */
  flag(key: string, otherwise: boolean): boolean {
    const written = this.raw(key);
    if (written === undefined) return otherwise;
    if (typeof written === 'boolean') return written;
    this.problem([key], `"${key}" must be true or false`);
    return otherwise;
  }

  /** A list that must hold between `least` and `most` entries: as many of them as may be there. */
  list(key: string, least: number, most: number): readonly unknown[] {
    return this.listAt([key], this.raw(key), least, most);
  }

  /** The list at a path whose value is already at hand, of between `least` and `most` entries. */
  listAt(path: FencePath, written: unknown, least: number, most: number): readonly unknown[] {
    const name = placeName(path);
    if (!Array.isArray(written)) {
      const form = typeof written === 'string' ? ', as in [one, another]' : '';
      this.problem(path, `${name} must be a list of at least ${least}${form}`);
      return [];
    }
    if (written.length < least || written.length > most) {
      this.problem(path, `${name} needs ${least} to ${most} entries, and has ${written.length}`);
    }
    return written.slice(0, most);
  }

  /** Two entries of the list at a path that read the same cannot be told apart by an attendee. */
  distinctAt(path: FencePath, texts: readonly string[]): void {
    const seen = texts.map((text) => visibleSpelling(normaliseText(text)) || text);
    for (const [index, text] of texts.entries()) {
      const first = seen.indexOf(seen[index] ?? '');
      if (text === '' || first === index) continue;
      const what = texts[first] === text ? 'appears twice' : 'looks like an earlier entry';
      this.problem([...path, index], `"${text}" ${what} in "${path.at(-1)}"`);
    }
  }

  /** A list of between `least` and `most` texts, no two of them the same. */
  distinctTexts(key: string, least: number, most: number): string[] {
    const texts = this.list(key, least, most).map((written, index) =>
      this.entryAt([key, index], written),
    );
    this.distinctAt([key], texts);
    return texts;
  }

  /**
   * The list of the options: between `least` and `most` texts, no two of them the same. With `options-from`
   * they come from the room later, and as many empty ones as may come stand in for them.
   */
  options(key: string, least: number, most: number): string[] {
    if (this.roomOptions === 0) return this.distinctTexts(key, least, most);
    if (this.raw(key) !== undefined) {
      this.problem(
        [key],
        `Write either "${key}" or "options-from": the room writes the options here`,
      );
    }
    return Array.from({ length: this.roomOptions }, () => '');
  }

  /** The text of an entry of a list; the word "null" is one. */
  entryAt(path: FencePath, written: unknown): string {
    return this.textAt(path, written ?? this.#wordNull(path));
  }

  /** The word "null" as it was written; null for nothing at all, and for `~`. */
  #wordNull(path: FencePath): string | null {
    const source = this.sourceOf(path) ?? '';
    return /^null$/i.test(source) ? source : null;
  }

  /** A mapping at a path whose value is already at hand; its unknown keys are mistakes. */
  mappingAt(
    path: FencePath,
    written: unknown,
    known: readonly string[],
  ): Readonly<Record<string, unknown>> {
    if (!isRecord(written)) {
      this.problem(path, `${placeName(path)} must be a mapping of ${known.join(', ')}`);
      return {};
    }
    for (const key of Object.keys(written)) {
      if (!known.includes(key)) this.problems.push(unknownOption([...path, key], key, known));
    }
    return written;
  }

  /** Call last: every option that nobody asked for becomes a mistake. */
  finish(): void {
    const known = [...this.#asked];
    for (const key of Object.keys(this.#options)) {
      if (!this.#asked.has(key)) this.problems.push(unknownOption([key], key, known));
    }
  }
}

/** The place of a value in words: `"rows", entry 2, "label"`. */
function placeName(path: FencePath): string {
  return path
    .map((part) => (typeof part === 'number' ? `entry ${part + 1}` : `"${part}"`))
    .join(', ');
}

function unknownOption(path: FencePath, key: string, known: readonly string[]): FenceProblem {
  const meant = nearestWord(key, known);
  const message = `"${key}" is not an option here`;
  return meant === null
    ? { path, message, help: `the options are ${known.join(', ')}` }
    : { path, message: `${message}; did you mean "${meant}"?` };
}
