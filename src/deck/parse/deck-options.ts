import type { FenceReader } from '../../activities/fence-reader.ts';
import { nearestWord } from '../../lib/nearest-word.ts';
import {
  noSeparators,
  readSeparators,
  separatorNames,
  type Separators,
} from './custom-separators.ts';
import type { Scoring } from '../deck.ts';
import { readChannels, type WrittenChannels } from './channels.ts';
import { readKeep } from './keep.ts';
import { readScoring } from './score.ts';
import type { DeckFolder } from '../deck-files.ts';
import { readTheme } from '../theme/read-theme.ts';
import type { DeckTheme } from '../theme/theme.ts';
import { optionReader } from './option-reader.ts';
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
  readonly separators: Separators;
  /** null if not given. */
  readonly theme: DeckTheme | null;
  /** null if not given. */
  readonly channels: WrittenChannels | null;
  /** null where answers give no points. */
  readonly score: Scoring | null;
  /** The days for which its sessions are kept; null if not given. */
  readonly keepDays: number | null;
  /** Options of the first slide. */
  readonly slide: SlideOptions;
}

/** The options in the front matter of a deck, which include those of its first slide. */
export const deckOptionNames: readonly string[] = [
  ...new Set([
    'title',
    'lang',
    'math',
    'theme',
    'channels',
    'reactions',
    'score',
    ...separatorNames,
    ...slideOptionNames,
  ]),
];

export const noDeckOptions: DeckOptions = {
  title: '',
  lang: 'en',
  math: null,
  separators: noSeparators,
  theme: null,
  channels: null,
  score: null,
  keepDays: null,
  slide: noSlideOptions,
};

/** Reads the options of a deck, and those of its first slide, which are in the same block. */
export function readDeckOptions(
  front: FrontMatter,
  deck: DeckFolder,
  report: FileReport,
): DeckOptions {
  for (const { line, message } of front.yaml.problems) report.error(line, message);
  for (const { line, message } of front.yaml.doubts) report.warning(line, message);
  const reader = optionReader(front);
  const { keepDays, keep } = readKeep(reader);
  const options = {
    title: optionalText(reader, 'title'),
    lang: readLang(reader),
    math: readMath(reader),
    separators: readSeparators(reader),
    theme: readTheme(front, deck, report),
    channels: readChannels(reader),
    score: readScoring(reader),
    keepDays,
    slide: { ...noSlideOptions, ...sectionOptions(reader, front, report), keep },
  };
  for (const { path, message } of reader.problems) report.error(front.yaml.lineOf(path), message);
  checkNames(front.yaml.options ?? {}, front, report);
  return options;
}

function readMath(reader: FenceReader): boolean | null {
  return reader.raw('math') == null ? null : reader.flag('math', false);
}

/** Reads the language; `ja_JP` and `ja_JP.UTF-8`, as operating systems write it, are read too. */
function readLang(reader: FenceReader): string {
  const lang = optionalText(reader, 'lang');
  if (lang === '') return noDeckOptions.lang;
  try {
    const tag = lang.replace(/[.@].*$/, '').replaceAll('_', '-');
    return Intl.getCanonicalLocales(tag)[0] ?? noDeckOptions.lang;
  } catch {
    reader.problem(['lang'], `"${lang}" names no language; write "en", "de" or "pt-BR"`);
    return noDeckOptions.lang;
  }
}

/**
 * Reports unknown options. Those of other tools (`author`, the name of a `theme`) are harmless: one
 * warning names them. A misspelt name is an error.
 */
function checkNames(
  written: Readonly<Record<string, unknown>>,
  front: FrontMatter,
  report: FileReport,
): void {
  const others: string[] = [];
  for (const key of Object.keys(written)) {
    if (key === 'theme' && typeof written[key] === 'string') others.push(key);
    if (deckOptionNames.includes(key)) continue;
    const meant = nearestWord(key, deckOptionNames);
    const message = `"${key}" is not an option of a deck; did you mean "${meant}"?`;
    if (meant === null) others.push(key);
    else report.error(front.yaml.lineOf([key]), message);
  }
  const [first] = others;
  if (first === undefined) return;
  const names = others.map((key) => `"${key}"`).join(', ');
  const have = others.length === 1 ? 'has' : 'have';
  report.warning(front.yaml.lineOf([first]), `${names} ${have} no effect here`);
}
