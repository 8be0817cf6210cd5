import { fileUse, type FileUse } from '../../../src/deck/file-use.ts';
import { success, type Result } from '../../../src/lib/result.ts';
import { readFilePath, type NameProblem } from '../deck-name.ts';

/** A file that somebody brings, by its path. */
export type BroughtFile =
  | { readonly is: FileUse | 'too-large'; readonly path: string }
  /** Made by an operating system or a program for itself; nobody misses it. */
  | { readonly is: 'by-the-system' };

/** A file that somebody brings, and may miss. */
export type KeptFile = Exclude<BroughtFile, { readonly is: 'by-the-system' }>;

// "Icon" and a carriage return is the picture of a folder on a Mac.
const BY_THE_SYSTEM = new Set(['__MACOSX', 'Thumbs.db', 'desktop.ini', 'Icon\r']);

// eslint-disable-next-line no-control-regex
const LEADS_ELSEWHERE = /(?:^|\/)\.{0,2}(?:\/|$)|[\\\u0000-\u001f\u007f-\u009f]/;

/**
 * Reads the path of a file that is brought, separated by `/`. Refuses one that leads elsewhere, and
 * the name of a file to be kept that some file system refuses. Markdown files end with `.md` from here on.
 */
export function readBroughtFile(path: string): Result<BroughtFile, NameProblem> {
  const names = path.split('/');
  const isHidden = (name: string): boolean => /^\.[^./]/.test(name) || BY_THE_SYSTEM.has(name);
  const leadsElsewhere = LEADS_ELSEWHERE.test(path.replace(/Icon\r$/, 'Icon'));
  if (!leadsElsewhere && names.some(isHidden)) return success({ is: 'by-the-system' });
  const is = names.includes('node_modules') ? 'unused' : fileUse(path);
  if (is === 'unused' && !leadsElsewhere) return success({ is, path });
  const read = readFilePath(path);
  if (!read.ok && is === 'page' && !leadsElsewhere) return success({ is: 'unused', path });
  if (!read.ok) return read;
  return success({ is, path: read.value.replace(/\.(?:md|markdown)$/i, '.md') });
}
