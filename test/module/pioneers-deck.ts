import { parse } from 'yaml';
import { readDeck } from '../../server/decks/read-deck.ts';
import { compileDeck } from '../../src/deck/compile-deck.ts';
import type { Deck, DeckSource, Slide } from '../../src/deck/deck.ts';
import { isRecord } from '../../src/lib/json.ts';

/** A question as its author wrote it: its correct answer never leaves the rules of its type. */
export interface Fence {
  readonly type: string;
  readonly id: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The files of the module "Learning from the Pioneers". */
export const sources = await readSources();
/** The module as it is shown. */
export const deck = compile(sources);
/** Its questions, in the order of the slides. */
export const fences = sources.flatMap(readFences);

/** The module made of some of its files. Throws with what is wrong. */
export function compile(texts: readonly DeckSource[]): Deck {
  const compiled = compileDeck('pioneers', texts);
  if (compiled.deck === null) throw new Error(JSON.stringify(compiled.problems, null, 2));
  return compiled.deck;
}

export function fencesOf(type: string): Fence[] {
  return fences.filter((fence) => fence.type === type);
}

/** The position of a slide, and its title. */
export function placed({ h, v, title }: Slide): string {
  return `${h}.${v} ${title}`;
}

/** Every text and number in a value that YAML gave. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

async function readSources(): Promise<readonly DeckSource[]> {
  const read = await readDeck('slides/pioneers');
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

function readFences({ text }: DeckSource): Fence[] {
  return [...text.matchAll(/^```([a-z-]+)\n([^]*?)^```$/gm)].map(([, type = '', body = '']) => {
    const options: unknown = parse(body);
    if (!isRecord(options)) throw new Error(`A fence without options: ${body}`);
    return { type, id: textsIn(options['id']).join(), options };
  });
}
