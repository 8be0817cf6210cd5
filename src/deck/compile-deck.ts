import type { Activity } from '../activities/contract.ts';
import { contentHash } from '../lib/content-hash.ts';
import { checkQuestions, type DraftInFile } from './check-questions.ts';
import { checkChannels } from './check-channels.ts';
import { checkWays } from './check-ways.ts';
import { compileSlide, type DraftSlide } from './compile-slide.ts';
import type { DeckContext } from './deck-context.ts';
import { withHashes } from './deck-hashes.ts';
import { unlistedFiles, type DeckFiles, type DeckFolder } from './deck-files.ts';
import {
  STYLE_FILE,
  type CompiledDeck,
  type Deck,
  type DeckSource,
  type Slide,
  type SlidePlace,
} from './deck.ts';
import { makeChannels } from './parse/channels.ts';
import { mergeSeparators, noSeparators } from './parse/custom-separators.ts';
import {
  deckOptionNames,
  noDeckOptions,
  readDeckOptions,
  type DeckOptions,
} from './parse/deck-options.ts';
import { isDirective } from './parse/directives.ts';
import { readFrontMatter } from './parse/front-matter.ts';
import { isBlank, toLines, type Line } from './parse/lines.ts';
import { REVEAL_MD_FILE, readRevealMdFile } from './parse/reveal-md-file.ts';
import type { SlideSource } from './parse/slide-source.ts';
import { ProblemList, type FileReport } from './problems.ts';
import { noSlideOptions, readSlideOptions, type SlideOptions } from './parse/slide-options.ts';
import { CodePainter, type TimeLimit } from './render/highlight.ts';
import { hasFormulas } from './render/math.ts';
import { cleanStyleSheet } from './style/clean-style-sheet.ts';
import { splitSlides } from './parse/split-slides.ts';

/** A vertical stack of slides. */
type Column = DraftInFile[];

/**
 * Compiles the deck of the folder `name` from its Markdown files, in their order, its `reveal-md.json`
 * and its style sheet; each Markdown file starts a new slide. Reports all problems at once; the deck is
 * null if one of them is an error. Code in a language that is not loaded is not coloured.
 *
 * @param files those of its folder, to which slides may refer
 * @param within limits the time for colouring one piece of code
 */
export function compileDeck(
  name: string,
  sources: readonly DeckSource[],
  files: DeckFiles = unlistedFiles,
  within: TimeLimit = (work) => work(),
): CompiledDeck {
  const problems = new ProblemList();
  const common = { name, files, painter: new CodePainter(within), questions: new Map() };
  const columns: Column[] = [];
  const settings = sources.find(({ file }) => file === REVEAL_MD_FILE);
  const slides = sources.filter(({ file }) => file !== REVEAL_MD_FILE && file !== STYLE_FILE);
  const hasMath = hasFormulas(slides);
  let options = noDeckOptions;
  let separators = noSeparators;
  if (settings !== undefined) separators = readRevealMdFile(settings, problems.of(settings.file));
  for (const [index, { file, text }] of slides.entries()) {
    const report = problems.of(file);
    let lines = toLines(text);
    if (index === 0) {
      ({ options, lines } = extractDeckOptions(lines, { name, files }, report));
      separators = mergeSeparators(options.separators, separators);
    }
    const first = index === 0 ? options.slide : noSlideOptions;
    const deck = { ...common, ...slideContext(options, hasMath) };
    const parts = splitSlides(lines, separators, report);
    columns.push(...compileFile(parts, first, deck, file, report));
  }
  const shown = removeHidden(columns, problems);
  checkSlides(shown.flat(), slides[0]?.file ?? name, options, problems);
  const style = styleHash(sources, { name, files }, problems);
  const draft = assemble(name, options, style, shown);
  const { missing } = common.painter;
  return {
    deck: problems.hasErrors ? null : draft,
    draft,
    places: placesOf(shown),
    problems: problems.sorted(sources.map(({ file }) => file)),
    missingLanguages: missing.size === 0 ? undefined : missing,
  };
}

/** The options of a deck that each of its slides needs to know. */
function slideContext(
  { math, theme, lang }: DeckOptions,
  hasMath: boolean,
): Pick<DeckContext, 'lang' | 'formulas' | 'accent'> {
  return {
    lang,
    formulas: (math ?? hasMath) ? 'htmlAndMathml' : null,
    accent: theme?.accent?.light ?? null,
  };
}

function placesOf(columns: readonly Column[]): SlidePlace[] {
  return columns.flat().map(({ draft: { line }, file }) => ({ file, line }));
}

/** Checks the slides of a deck whose first file is `file`, each with the others. */
function checkSlides(
  slides: readonly DraftInFile[],
  file: string,
  { channels, score }: DeckOptions,
  problems: ProblemList,
): void {
  if (slides.length === 0) {
    problems.of(file).error(1, 'This deck has no slide: write one, such as "# Welcome"');
  }
  checkQuestions(slides, problems);
  checkWays(slides, problems);
  checkChannels(slides, channels?.names ?? [], problems);
  if (score === null) checkBoards(slides, problems);
}

/** Reports the boards of a deck without points. */
function checkBoards(slides: readonly DraftInFile[], problems: ProblemList): void {
  for (const { draft, file } of slides) {
    if (draft.board === null) continue;
    const message = 'A board needs points: write "score: true" in the first lines of the deck';
    problems.of(file).error(draft.board.line, message);
  }
}

/** The hash of the cleaned style sheet; null where nothing is left of it. */
function styleHash(
  sources: readonly DeckSource[],
  deck: DeckFolder,
  problems: ProblemList,
): string | null {
  const source = sources.find(({ file }) => file === STYLE_FILE);
  if (source === undefined) return null;
  const css = cleanStyleSheet(source.text, deck, problems.of(STYLE_FILE));
  return css === '' ? null : contentHash(css);
}

function extractDeckOptions(
  lines: Line[],
  deck: DeckFolder,
  report: FileReport,
): { options: DeckOptions; lines: Line[] } {
  const start = openingIndex(lines);
  const front =
    start === null ? null : readFrontMatter(lines, start + 1, 'deck', deckOptionNames, report);
  if (front === null) return { options: noDeckOptions, lines };
  return { options: readDeckOptions(front, deck, report), lines: lines.slice(front.end) };
}

/** The index of the `---` that only blank lines and comments precede; null if there is none. */
function openingIndex(lines: readonly Line[]): number | null {
  let inComment = false;
  for (const [index, { text }] of lines.entries()) {
    const line = text.trim();
    if (!inComment && text.trimEnd() === '---') return index;
    const opens = line.startsWith('<!--') && !isDirective(line.slice('<!--'.length));
    if (!inComment && line !== '' && !opens) break;
    if (inComment || line !== '') inComment = !line.endsWith('-->');
    if (line.slice(0, -3).includes('-->')) break;
  }
  return null;
}

/** Compiles the slides of one file. `first` are the options of a first slide without its own. */
function compileFile(
  sources: readonly SlideSource[],
  first: SlideOptions,
  deck: DeckContext,
  file: string,
  report: FileReport,
): Column[] {
  const columns: Column[] = [];
  for (const [index, source] of sources.entries()) {
    const given = index === 0 ? first : noSlideOptions;
    const options = source.front === null ? given : readSlideOptions(source.front, report);
    const draft = compileOrReport(source, options, deck, report);
    if (draft === null) continue;
    const column = columns.at(-1);
    if (source.vertical && column !== undefined) column.push({ draft, file });
    else columns.push([{ draft, file }]);
  }
  return columns;
}

/** Compiles a slide; null, with an error, where it is nested so deeply that the stack overflows. */
function compileOrReport(
  source: SlideSource,
  options: SlideOptions,
  deck: DeckContext,
  report: FileReport,
): DraftSlide | null {
  try {
    return compileSlide(source, options, deck, report);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const line = source.lines.find((one) => !isBlank(one))?.number ?? 1;
    report.error(line, 'This slide cannot be read: something in it is nested too deeply');
    return null;
  }
}

/** Removes hidden slides, as reveal.js does before it numbers slides. */
function removeHidden(columns: readonly Column[], problems: ProblemList): Column[] {
  const shown = columns.map((column) =>
    column.filter(({ draft, file }) => {
      const hidden = draft.attributes['data-visibility'] === 'hidden';
      const message = 'This slide is left out of the talk: it says data-visibility="hidden"';
      if (hidden) problems.of(file).warning(draft.line, message);
      return !hidden;
    }),
  );
  return shown.filter((column) => column.length > 0);
}

function assemble(
  name: string,
  options: DeckOptions,
  styleSheet: string | null,
  columns: readonly Column[],
): Deck {
  const drafts = columns.flat().map(({ draft }) => draft);
  const heading = drafts.find((draft) => draft.heading !== '')?.heading;
  const title = options.title || heading || name;
  const slides = columns.flatMap((column, h) =>
    column.map(({ draft }, v) => toSlide(draft, h, v, title)),
  );
  const activities = drafts.flatMap(({ found }): Activity[] =>
    found === null ? [] : [found.activity],
  );
  const looks = {
    ...(styleSheet === null ? {} : { style: styleSheet }),
    ...(options.theme === null ? {} : { theme: options.theme }),
    ...(options.channels === null
      ? {}
      : { channels: makeChannels(options.channels, options.lang) }),
    ...(options.score === null ? {} : { score: options.score }),
    ...(options.keepDays === null ? {} : { keepDays: options.keepDays }),
  };
  return withHashes({ name, title, lang: options.lang, ...looks, slides, activities });
}

/** Adds position and hash to a draft. A first slide without a title gets the title of the deck. */
function toSlide(draft: DraftSlide, h: number, v: number, deckTitle: string): Slide {
  const { html, attributes, notes, fragments, minutes, keep, go, board, found, channel } = draft;
  const { id } = attributes;
  const title = draft.title || (h === 0 && v === 0 ? deckTitle : '');
  const activity = found?.activity ?? null;
  // Without the position: inserting a slide before this one must not change its hash.
  const hash = contentHash({ title, html, attributes, activity: activity?.hash ?? null });
  return {
    ...{ h, v, title, hash, html, attributes, notes, fragments, minutes, keep },
    activity: activity?.id ?? null,
    ...(id === undefined ? {} : { id }),
    ...(go === '' ? {} : { go }),
    ...(channel === null ? {} : { channel: channel.name }),
    ...(board === null ? {} : { board: board.first }),
  };
}
