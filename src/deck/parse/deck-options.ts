import { FenceReader } from '../../activities/fence-reader.ts';
import { nearestWord } from '../../lib/nearest-word.ts';
import { readSeparators, type Separators } from './custom-separators.ts';
import type { FrontMatter } from './front-matter.ts';
import type { FileReport } from '../problems.ts';
import {
  noSlideOptions,
  optionalText,
  sectionOptions,
  slideOptionNames,
  type SlideOptions,
} from './slide-options.ts';

/** The options in the front matter of a deck. */
export interface DeckOptions {
  /** Empty if not given. */
  readonly title: string;
  readonly lang: string;
  /** True if dollar signs enclose formulas, false if not; null where the deck does not say. */
  readonly math: boolean | null;
  /** Separators other than lines of `---` and `--`, or null. */
  readonly separators: Separators | null;
  /** Options of the first slide. */
  readonly slide: SlideOptions;
}

const deckOptionNames = ['title', 'lang', 'math', 'separator', 'verticalSeparator'];

export const noDeckOptions: DeckOptions = {
  title: '',
  lang: 'en',
  math: null,
  separators: null,
  slide: noSlideOptions,
};

/** Reads the options of a deck, and those of its first slide, which are in the same block. */
export function readDeckOptions(front: FrontMatter, report: FileReport): DeckOptions {
  for (const { line, message } of front.yaml.problems) report.error(line, message);
  const written = front.yaml.options ?? {};
  const reader = new FenceReader(written, front.yaml.sourceOf);
  const options = {
    title: optionalText(reader, 'title'),
    lang: readLang(reader),
    math: readMath(reader),
    separators: readSeparators(reader),
    slide: { ...noSlideOptions, ...sectionOptions(reader, front, report) },
  };
  for (const { path, message } of reader.problems) report.error(front.yaml.lineOf(path), message);
  checkNames(written, front, report);
  return options;
}

function readMath(reader: FenceReader): boolean | null {
  return reader.raw('math') == null ? null : reader.flag('math', false);
}

function readLang(reader: FenceReader): string {
  const lang = optionalText(reader, 'lang');
  if (lang === '') return noDeckOptions.lang;
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? noDeckOptions.lang;
  } catch {
    reader.problem(['lang'], `"${lang}" names no language; write "en", "de" or "pt-BR"`);
    return noDeckOptions.lang;
  }
}

/**
 * Reports unknown options. Those of other tools (`theme`, `author`) are harmless and give a warning. A
 * misspelt name is an error, and so is `notesSeparator`: the notes after it would be shown to the room.
 */
function checkNames(
  written: Readonly<Record<string, unknown>>,
  front: FrontMatter,
  report: FileReport,
): void {
  const known = [...new Set([...deckOptionNames, ...slideOptionNames])];
  for (const key of Object.keys(written)) {
    if (known.includes(key)) continue;
    const line = front.yaml.lineOf([key]);
    const meant = nearestWord(key, known);
    if (key === 'notesSeparator') {
      report.error(line, '"notesSeparator" is not read here: begin speaker notes with "Note:"');
    } else if (meant === null) {
      report.warning(line, `"${key}" has no effect here; a deck's options are ${known.join(', ')}`);
    } else {
      report.error(line, `"${key}" is not an option of a deck; did you mean "${meant}"?`);
    }
  }
}
