import { FenceReader } from '../../activities/fence-reader.ts';
import { isRecord } from '../../lib/json.ts';
import type { DeckFolder } from '../deck-files.ts';
import type { MediaKind } from '../media-kinds.ts';
import type { FrontMatter } from '../parse/front-matter.ts';
import { optionalText, readMode } from '../parse/slide-options.ts';
import type { FileReport } from '../problems.ts';
import { cleanFile } from '../sanitise/file-references.ts';
import { accentContrast, LEAST_CONTRAST, readableAccent } from './readable-accent.ts';
import type { DeckLogo, DeckTheme, Mode } from './theme.ts';

/** The contrast of an accent that is made for dark paper: with the least, its hue would be dull there. */
const BRIGHT = 7;
const COLOUR = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;

/**
 * Reads a deck's `theme`. Each value becomes a word, a colour of six digits or the address of a file in
 * the deck's folder, and nothing else: none of it is ever read as CSS. null where there is no mapping:
 * other tools name their themes by a word.
 */
export function readTheme(
  front: FrontMatter,
  deck: DeckFolder,
  report: FileReport,
): DeckTheme | null {
  const written = front.yaml.options?.['theme'];
  if (!isRecord(written)) {
    const isLeftOut = written === undefined || written === null || typeof written === 'string';
    const message = '"theme" must be a mapping, such as {mode: dark}';
    if (!isLeftOut) report.error(front.yaml.lineOf(['theme']), message);
    return null;
  }
  const theme = new ThemeReader(written, front, deck, report).read();
  return Object.keys(theme).length === 0 ? null : theme;
}

class ThemeReader {
  readonly #reader: FenceReader;

  constructor(
    written: Readonly<Record<string, unknown>>,
    readonly front: FrontMatter,
    readonly deck: DeckFolder,
    readonly report: FileReport,
  ) {
    const given = Object.entries(written).filter(([, value]) => value !== null);
    this.#reader = new FenceReader(Object.fromEntries(given), (path) =>
      front.yaml.sourceOf(['theme', ...path]),
    );
  }

  read(): DeckTheme {
    const mode = this.#mode();
    const accent = this.#accent();
    const font = this.#font();
    const logo = this.#logo();
    this.#reader.finish();
    for (const { path, message, help } of this.#reader.problems) {
      this.report.error(this.front.yaml.lineOf(['theme', ...path]), message, help);
    }
    return {
      ...(mode === null ? {} : { mode }),
      ...(accent === null ? {} : { accent }),
      ...(font === null ? {} : { font }),
      ...(logo === null ? {} : { logo }),
    };
  }

  #mode(): Mode | null {
    return readMode(this.#reader);
  }

  #accent(): NonNullable<DeckTheme['accent']> | null {
    const light = this.#colour('accent', 'light');
    const dark = this.#colour('accent-dark', 'dark');
    if (light !== null) return { light, dark: dark ?? readableAccent(light, 'dark', BRIGHT) };
    this.#demand('accent', 'accent-dark');
    return null;
  }

  /** A colour that can be read in a mode. */
  #colour(key: string, mode: Mode): string | null {
    const written = optionalText(this.#reader, key);
    if (written === '') return null;
    if (!COLOUR.test(written)) {
      const message = `"${key}" must be a colour in quotes, such as "#94102a"`;
      this.#reader.problem([key], message);
      return null;
    }
    const colour = sixDigits(written.toLowerCase());
    const ratio = accentContrast(colour, mode);
    if (ratio >= LEAST_CONTRAST) return colour;
    // Rounded down: 4.49 is not 4.5.
    const shown = Math.floor(ratio * 10) / 10;
    this.#reader.problem(
      [key],
      `"${key}" cannot be read on ${mode} slides: its contrast is ${shown}, and must be ` +
        `${LEAST_CONTRAST}; "${readableAccent(colour, mode)}" is the nearest that can`,
    );
    return null;
  }

  #font(): NonNullable<DeckTheme['font']> | null {
    const regular = this.#file('font', 'font');
    const bold = this.#file('font-bold', 'font');
    if (regular !== null) return bold === null ? { regular } : { regular, bold };
    this.#demand('font', 'font-bold');
    return null;
  }

  #logo(): DeckLogo | null {
    const src = this.#file('logo', 'picture');
    const dark = this.#file('logo-dark', 'picture');
    const alt = optionalText(this.#reader, 'logo-alt');
    if (src === null) {
      for (const key of ['logo-dark', 'logo-alt']) this.#demand('logo', key);
      return null;
    }
    if (alt === '') {
      const message = '"logo" needs words for those who do not see it: logo-alt: Harbour office';
      this.#reader.problem(['logo'], message);
    }
    return dark === null ? { src, alt } : { src, dark, alt };
  }

  /** Notes that an option is left out without which another one does nothing. */
  #demand(needed: string, key: string): void {
    if (this.#reader.raw(needed) !== undefined || this.#reader.raw(key) === undefined) return;
    this.#reader.problem([key], `"${key}" does nothing without "${needed}"`);
  }

  /** The address of a file in the deck's folder; null where there is none. */
  #file(key: string, kind: MediaKind): string | null {
    const written = optionalText(this.#reader, key);
    if (written === '') return null;
    // A query or fragment would be taken as it is.
    const path = written.replace(/[?#].*$/s, '');
    const line = this.front.yaml.lineOf(['theme', key]);
    const warn = (message: string): void => this.report.warning(line, message);
    if (path !== '') return cleanFile(path, [kind], this.deck, warn);
    this.#reader.problem([key], `"${key}" must name a file of the deck's folder`);
    return null;
  }
}

function sixDigits(colour: string): string {
  return colour.length === 7 ? colour : colour.replace(/[\da-f]/g, (digit) => digit + digit);
}
