import type { YAMLError } from 'yaml';

const NEEDS_QUOTES = 'means something else in YAML: put the text into quotes';

/** What an author can do about an error that the YAML parser found in `text`. */
export function wordsForYamlError(error: YAMLError, text: string): string {
  const written = text.slice(error.pos[0]);
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return `"${/^[^:\s]*/.exec(written)?.[0] ?? ''}" stands twice`;
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'This cannot be read as `key: value`; a text with a colon in it needs quotes around it';
    case 'TAB_AS_INDENT':
      return 'Indent with spaces, not with tabs';
    case 'BAD_INDENT':
      return `This does not fit the lines above: is it indented wrongly, or is a bracket left open?`;
    case 'MISSING_CHAR':
      return error.message.startsWith('Implicit map keys')
        ? 'A line must read `key: value`, with a space behind the colon'
        : 'A quote, a bracket or a comma is missing, here or in the lines above';
    case 'UNEXPECTED_TOKEN':
      return 'Something follows what YAML reads as the end of a value: put the whole text into quotes';
    case 'BAD_SCALAR_START':
      return `A text that starts with ${written.slice(0, 1)} ${NEEDS_QUOTES}`;
    case 'TAG_RESOLVE_FAILED':
      return `A text that starts with ! ${NEEDS_QUOTES}`;
    case 'MULTIPLE_DOCS':
      return 'A line of --- cannot stand among options';
    default:
      return `This cannot be read as YAML: ${error.message}`;
  }
}

/** For an alias without an anchor: in a deck, a text that was meant to be emphasised. */
export const wordsForUnknownAlias = `A text that starts with * ${NEEDS_QUOTES}`;
