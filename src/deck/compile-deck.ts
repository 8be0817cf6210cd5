import type { Activity } from '../activities/contract.ts';
import { activityType } from '../activities/registry.ts';
import { contentHash } from '../lib/content-hash.ts';
import { compileSlide, type DraftSlide } from './compile-slide.ts';
import type { CompiledDeck, Deck, DeckSource, Slide } from './deck.ts';
import { noDeckOptions, readDeckOptions, type DeckOptions } from './parse/deck-options.ts';
import { readFrontMatter } from './parse/front-matter.ts';
import { isBlank, toLines, type Line } from './parse/lines.ts';
import type { SlideSource } from './parse/slide-source.ts';
import { ProblemList, type FileReport } from './problems.ts';
import { noSlideOptions, readSlideOptions, type SlideOptions } from './parse/slide-options.ts';
import { splitSlides } from './parse/split-slides.ts';

interface FiledDraft {
  readonly draft: DraftSlide;
  readonly file: string;
}

/** Slides that stand below each other. */
type Column = FiledDraft[];

/**
 * Compiles the deck in the folder `name` from its Markdown files, in the order of the talk; each of
 * them starts a new slide. Says all that is wrong at once; with an error, there is no deck.
 */
export function compileDeck(name: string, sources: readonly DeckSource[]): CompiledDeck {
  const problems = new ProblemList();
  const columns: Column[] = [];
  let options = noDeckOptions;
  for (const [index, { file, text }] of sources.entries()) {
    const report = problems.of(file);
    let lines = toLines(text);
    if (index === 0) ({ options, lines } = takeDeckOptions(lines, report));
    const pieces = splitSlides(lines, options.separators, report);
    const first = index === 0 ? options.slide : noSlideOptions;
    columns.push(...compilePieces(pieces, first, name, file, report));
  }
  const shown = withoutHidden(columns, problems);
  if (shown.length === 0) {
    const file = sources[0]?.file ?? name;
    problems.of(file).error(1, 'This deck has no slide: write one, such as "# Welcome"');
  }
  checkIds(shown.flat(), problems);
  checkReferences(shown.flat(), problems);
  const deck = problems.hasErrors ? null : assemble(name, options, shown);
  return { deck, problems: problems.sorted(sources.map(({ file }) => file)) };
}

function takeDeckOptions(
  lines: Line[],
  report: FileReport,
): { options: DeckOptions; lines: Line[] } {
  const start = lines.findIndex((line) => !isBlank(line));
  const front =
    lines[start]?.text.trimEnd() === '---' ? readFrontMatter(lines, start + 1, null, report) : null;
  if (front === null) return { options: noDeckOptions, lines };
  return { options: readDeckOptions(front, report), lines: lines.slice(front.end) };
}

/** The slides of one file. `first` holds for the first of them, unless it has options of its own. */
function compilePieces(
  pieces: readonly SlideSource[],
  first: SlideOptions,
  deck: string,
  file: string,
  report: FileReport,
): Column[] {
  const columns: Column[] = [];
  for (const [index, piece] of pieces.entries()) {
    const given = index === 0 ? first : noSlideOptions;
    const options = piece.front === null ? given : readSlideOptions(piece.front, report);
    const draft = compileSlide(piece, options, deck, report);
    const column = columns.at(-1);
    if (piece.vertical && column !== undefined) column.push({ draft, file });
    else columns.push([{ draft, file }]);
  }
  return columns;
}

/** reveal.js takes hidden slides away before it counts: they are no part of the talk. */
function withoutHidden(columns: readonly Column[], problems: ProblemList): Column[] {
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

function checkIds(slides: readonly FiledDraft[], problems: ProblemList): void {
  const owners = new Map<string, { file: string; line: number }>();
  for (const { draft, file } of slides) {
    if (draft.found === null || draft.found.activity.id === '') continue;
    const { activity, line } = draft.found;
    const owner = owners.get(activity.id);
    if (owner === undefined) {
      owners.set(activity.id, { file, line });
      continue;
    }
    const where = owner.file === file ? `line ${owner.line}` : `${owner.file}, line ${owner.line}`;
    const message = `The id "${activity.id}" belongs to another question already (${where})`;
    problems.of(file).error(line, message);
  }
}

/** A question that offers the next steps of another needs that other, and one that has some. */
function checkReferences(slides: readonly FiledDraft[], problems: ProblemList): void {
  const asked = slides.flatMap(({ draft }) => draft.found?.activity ?? []);
  for (const { draft, file } of slides) {
    if (draft.found === null) continue;
    const { activity, line } = draft.found;
    const wanted = activityType(activity.type).startsFrom?.(activity.content) ?? null;
    if (wanted === null) continue;
    const found = asked.find(({ id }) => id === wanted);
    const message =
      found === undefined
        ? `There is no question "${wanted}" in this deck to start from`
        : `The question "${wanted}" is a ${found.type}, which suggests no next steps`;
    const suggests = found !== undefined && activityType(found.type).nextSteps !== undefined;
    if (!suggests) problems.of(file).error(line, message);
  }
}

function assemble(name: string, options: DeckOptions, columns: readonly Column[]): Deck {
  const drafts = columns.flat().map(({ draft }) => draft);
  const heading = drafts.find((draft) => draft.heading !== '')?.heading;
  const title = options.title || heading || name;
  const slides = columns.flatMap((column, h) =>
    column.map(({ draft }, v) => placeSlide(draft, h, v, title)),
  );
  const activities = drafts.flatMap(({ found }): Activity[] =>
    found === null ? [] : [found.activity],
  );
  const { lang } = options;
  const hash = contentHash({ title, lang, slides, activities });
  const publicHash = contentHash({ title, lang, slides: slides.map(inPublic) });
  return { name, title, lang, hash, publicHash, slides, activities };
}

/** A hash tells whoever guesses that a guess is right: what the stage is told covers no notes. */
function inPublic({ h, v, hash }: Slide): Pick<Slide, 'h' | 'v' | 'hash'> {
  return { h, v, hash };
}

/** The deck's first slide may be all picture: its title is the deck's, then. */
function placeSlide(draft: DraftSlide, h: number, v: number, deckTitle: string): Slide {
  const { html, attributes, notes, fragments, minutes, keep, found } = draft;
  const title = draft.title || (h === 0 && v === 0 ? deckTitle : '');
  const activity = found?.activity ?? null;
  // Where a slide stands is no part of what it says: a slide put before it changes nothing in it.
  const hash = contentHash({ title, html, attributes, activity: activity?.hash ?? null });
  return {
    ...{ h, v, title, hash, html, attributes, notes, fragments, minutes, keep },
    activity: activity?.id ?? null,
  };
}
