import { generate, walk, type Declaration, type Value } from 'css-tree';
import type { DeckFolder } from '../deck-files.ts';
import type { MediaKind } from '../media-kinds.ts';
import { cleanFile } from '../sanitise/file-references.ts';
import { cleanValue } from './clean-value.ts';

const NAME = /^(?:--[\w-]+|-?[a-z][a-z-]*)$/i;
const REFUSED = new Set(['behavior', '-ms-behavior', '-moz-binding']);
const POSITIONS = new Set([
  ...['static', 'relative', 'absolute', 'sticky'],
  ...['inherit', 'initial', 'unset', 'revert'],
]);
const ANIMATIONS = /^(?:-webkit-)?animation(?:-name)?$/i;

/** The surroundings of a declaration. */
export interface DeclarationContext {
  readonly deck: DeckFolder;
  /** The kinds of files that it may load. */
  readonly files: readonly MediaKind[];
  /** The animations of the style sheet, which are given names of their own. */
  readonly animations: ReadonlySet<string>;
  warn(message: string): void;
}

/** The name of a deck's animation on the page: one of the page's own may have the same. */
export function ownAnimation(name: string): string {
  return `deck-${name}`;
}

/** Checks a declaration and rewrites its addresses; returns false if it is left out. */
export function cleanDeclaration(declaration: Declaration, context: DeclarationContext): boolean {
  const { property, value } = declaration;
  const objection = objectionTo(property, value) ?? valueObjection(declaration, context);
  if (objection === null) {
    if (ANIMATIONS.test(property)) renameAnimations(declaration, context.animations);
    return true;
  }
  // A file that cannot be shown is said already.
  if (objection !== '') context.warn(`"${shown(declaration)}" is left out: ${objection}`);
  return false;
}

function objectionTo(property: string, value: Declaration['value']): string | null {
  if (!NAME.test(property)) return 'it cannot be read';
  const name = property.toLowerCase();
  if (REFUSED.has(name)) return 'slides run no scripts';
  if (name !== 'position' || (value.type === 'Value' && isPosition(value))) return null;
  return 'what covers the page would cover the way to join; write "position: absolute"';
}

/** Only a plain word: a variable could hold any. */
function isPosition({ children }: Value): boolean {
  const [word, ...rest] = children.toArray();
  return word?.type === 'Identifier' && rest.length === 0 && POSITIONS.has(word.name.toLowerCase());
}

function valueObjection(
  { value }: Declaration,
  { deck, files, warn }: DeclarationContext,
): string | null {
  if (value.type === 'Raw') return 'it cannot be read';
  return cleanValue(value, (written) => cleanFile(written, files, deck, warn));
}

function renameAnimations({ value }: Declaration, animations: ReadonlySet<string>): void {
  walk(value, (node) => {
    if (node.type === 'Identifier' && animations.has(node.name))
      node.name = ownAnimation(node.name);
    if (node.type === 'String' && animations.has(node.value)) node.value = ownAnimation(node.value);
  });
}

const LONGEST_SHOWN = 60;

function shown(declaration: Declaration): string {
  const text = `${declaration.property}: ${generate(declaration.value).trim()}`;
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
