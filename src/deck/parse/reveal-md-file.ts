import { FenceReader } from '../../activities/fence-reader.ts';
import type { DeckSource } from '../deck.ts';
import type { FileReport } from '../problems.ts';
import {
  noSeparators,
  readSeparators,
  separatorNames,
  type Separators,
} from './custom-separators.ts';
import { isBlank, toLines } from './lines.ts';
import { readYaml } from './yaml-options.ts';

/** The file in which reveal-md keeps its settings, beside a deck's Markdown. */
export const REVEAL_MD_FILE = 'reveal-md.json';

/** Reads the separators of a deck's `reveal-md.json`; its other settings have no effect. */
export function readRevealMdFile({ text }: DeckSource, report: FileReport): Separators {
  // JSON is YAML, whose parser knows the lines; reveal-md accepts the comments of JSON5 as well.
  const lines = toLines(text.replace(/^[ \t]*\/\/.*$/gm, ''));
  const yaml = readYaml(lines, 1);
  for (const { line, message } of yaml.problems) report.error(line, message);
  if (yaml.options === null) {
    if (yaml.problems.length === 0 && !lines.every(isBlank)) {
      report.error(1, 'This file needs its settings in braces: {"separator": "…"}');
    }
    return noSeparators;
  }
  const reader = new FenceReader(yaml.options, yaml.sourceOf);
  const separators = readSeparators(reader);
  for (const { path, message } of reader.problems) report.error(yaml.lineOf(path), message);
  const [first = '', ...others] = Object.keys(yaml.options).filter(
    (key) => !separatorNames.includes(key),
  );
  if (first !== '') {
    const names = [first, ...others].join(', ');
    report.warning(yaml.lineOf([first]), `Only separators are read from this file, not ${names}`);
  }
  return separators;
}
