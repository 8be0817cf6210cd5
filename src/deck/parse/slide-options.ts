import type { FenceReader } from '../../activities/fence-reader.ts';
import { ACCENTS, accentClass } from '../../lib/accents.ts';
import { nearestWord } from '../../lib/nearest-word.ts';
import type { LocatedAttributes } from './directives.ts';
import type { FrontMatter } from './front-matter.ts';
import { optionReader } from './option-reader.ts';
import { layoutNames } from '../layouts.ts';
import type { FileReport } from '../problems.ts';
import { grounds } from '../theme/palette.ts';
import type { Mode } from '../theme/theme.ts';

/** The options in the front matter of a slide. */
export interface SlideOptions {
  /** One of `layoutNames`. */
  readonly layout: string;
  /** Empty if not given. */
  readonly title: string;
  /** The planned minutes, or null. */
  readonly minutes: number | null;
  /** One of the theme's accents, from 1; null for the theme's own. */
  readonly accent: number | null;
  /** True if the slide is part of the take-home. */
  readonly keep: boolean;
  /** The id of the slide that Next shows after this one; empty if not given. */
  readonly go: string;
  /** Attributes of the slide's section, not sanitised yet. */
  readonly attributes: readonly LocatedAttributes[];
}

export const slideOptionNames: readonly string[] = [
  'layout',
  'class',
  'title',
  'minutes',
  'accent',
  'keep',
  'id',
  'go',
  'background',
  'background-color',
  'mode',
  'transition',
];

export const noSlideOptions: SlideOptions = {
  layout: 'default',
  title: '',
  minutes: null,
  accent: null,
  keep: false,
  go: '',
  attributes: [],
};

const MAX_MINUTES = 120;

const COLOUR = /^(?:#[\da-f]{3,8}|[a-z]+|(?!url)[a-z-]+\(.*\))$/i;
const TRANSITION = /^(?:none|fade|slide|convex|concave|zoom)(?:-in|-out)?$/;

/** Reads the options of a slide; unknown options are errors. */
export function readSlideOptions(front: FrontMatter, report: FileReport): SlideOptions {
  for (const { line, message } of front.yaml.problems) report.error(line, message);
  for (const { line, message } of front.yaml.doubts) report.warning(line, message);
  const reader = optionReader(front);
  const title = optionalText(reader, 'title');
  const keep = reader.flag('keep', false);
  const options = { ...sectionOptions(reader, front, report), title, keep };
  reader.finish();
  for (const { path, message, help } of reader.problems) {
    report.error(front.yaml.lineOf(path), message, help);
  }
  return options;
}

/** Reads all options of a slide but `title` and `keep`, which a deck has too. */
export function sectionOptions(
  reader: FenceReader,
  front: FrontMatter,
  report: FileReport,
): Omit<SlideOptions, 'title' | 'keep'> {
  const layout = readLayout(reader);
  const accent = reader.integer('accent', 1, ACCENTS, null);
  const minutes = readMinutes(reader);
  const attributes: LocatedAttributes[] = [];
  const set = (option: string, name: string, value: string): void => {
    if (value === '') return;
    attributes.push({ attributes: { [name]: value }, line: front.yaml.lineOf([option]) });
  };
  set('id', 'id', optionalText(reader, 'id'));
  const go = optionalText(reader, 'go');
  set('class', 'class', readClasses(reader));
  if (accent !== null) set('accent', 'class', accentClass(accent));
  // The paper of the other mode, by which the ink and all colours follow.
  const mode = readMode(reader);
  if (mode !== null) set('mode', 'data-background-color', grounds[mode].paper);
  const background = readBackground(reader);
  set('background', backgroundAttribute(background), unwrapUrl(background));
  set('background-color', 'data-background-color', readColour(reader));
  const transition = optionalText(reader, 'transition');
  if (transition.split(/\s+/).every((word) => TRANSITION.test(word))) {
    set('transition', 'data-transition', transition);
  } else if (transition !== '') {
    report.warning(
      front.yaml.lineOf(['transition']),
      `"${transition}" has no effect; transitions are none, fade, slide, convex, concave and zoom`,
    );
  }
  return { layout, attributes, accent, minutes, go };
}

function readBackground(reader: FenceReader): string {
  const background = optionalText(reader, 'background');
  // YAML takes what follows a space and # for a comment.
  if (!/^[a-z-]*gradient\([^)]*$/i.test(background)) return background;
  reader.problem(['background'], `"${background}" has no end; a value with # in it needs quotes`);
  return '';
}

function readColour(reader: FenceReader): string {
  const colour = optionalText(reader, 'background-color');
  if (colour === '' || COLOUR.test(colour)) return colour;
  reader.problem(
    ['background-color'],
    `"background-color" must be a colour, such as "#123456"; a picture or gradient is a "background"`,
  );
  return '';
}

/** Reads a mode; null where it is left out. */
export function readMode(reader: FenceReader): Mode | null {
  return optionalText(reader, 'mode') === '' ? null : reader.oneOf<Mode>('mode', ['light', 'dark']);
}

function readMinutes(reader: FenceReader): number | null {
  const written = reader.raw('minutes');
  if (written === undefined) return null;
  if (typeof written === 'number' && written > 0 && written <= MAX_MINUTES) return written;
  reader.problem(['minutes'], `"minutes" must be a number above 0, at most ${MAX_MINUTES}`);
  return null;
}

/** Reads a line of text; '' where the option is left out or has no value. */
export function optionalText(reader: FenceReader, key: string): string {
  const written = reader.raw(key);
  if (written !== undefined && written !== '') return reader.textAt([key], written);
  if (reader.sourceOf([key])?.startsWith('#') === true) {
    reader.problem([key], `"${key}" is empty; a value that starts with # needs quotes: "#fff"`);
  }
  return '';
}

/** Reads class names, as a text with spaces or commas, or as a list. */
function readClasses(reader: FenceReader): string {
  const written = reader.raw('class');
  if (!Array.isArray(written)) return optionalText(reader, 'class').replace(/,?\s+/g, ' ');
  return written.map((name, index) => reader.textAt(['class', index], name)).join(' ');
}

function readLayout(reader: FenceReader): string {
  const layout = optionalText(reader, 'layout');
  if (layout === '') return noSlideOptions.layout;
  if (layoutNames.includes(layout)) return layout;
  const meant = nearestWord(layout, layoutNames);
  const help =
    meant === null ? `the layouts are ${layoutNames.join(', ')}` : `did you mean "${meant}"?`;
  reader.problem(['layout'], `There is no layout "${layout}"; ${help}`);
  return noSlideOptions.layout;
}

function backgroundAttribute(background: string): string {
  if (/^[a-z-]*gradient\(/i.test(background)) return 'data-background-gradient';
  return COLOUR.test(background) ? 'data-background-color' : 'data-background-image';
}

/** Removes the CSS `url(…)` around an address, which Slidev's backgrounds may have. */
function unwrapUrl(background: string): string {
  return /^url\(\s*["']?(.*?)["']?\s*\)$/i.exec(background)?.[1] ?? background;
}
