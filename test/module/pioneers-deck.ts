import { parse } from 'yaml';
import { readDeck } from '../../server/decks/read-deck.ts';
import { compileDeck } from '../../src/deck/compile-deck.ts';
import type { Deck, DeckSource, Slide } from '../../src/deck/deck.ts';
import { isRecord } from '../../src/lib/json.ts';
import { plainText } from './source-tags.ts';

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
/** The sources that attendees take home. */
export const listed = deck.slides.filter(({ keep }) => keep).flatMap(({ html }) => rowsOf(html));

/** The module made of some of its files. Throws with what is wrong. */
export function compile(texts: readonly DeckSource[]): Deck {
  const compiled = compileDeck('pioneers', texts);
  if (compiled.deck === null) throw new Error(JSON.stringify(compiled.problems, null, 2));
  return compiled.deck;
}

export function fencesOf(type: string): Fence[] {
  return fences.filter((fence) => fence.type === type);
}

/** The slide of a title. Throws where there is none. */
export function slideTitled(title: string): Slide {
  const slide = deck.slides.find((one) => one.title === title);
  if (slide === undefined) throw new Error(`No slide is titled: ${title}`);
  return slide;
}

/** All that a slide says: on the stage and in its drawings, in its question, and in its note. */
export function saidOn({ html, notes, activity }: Slide): string {
  const question = fences.find(({ id }) => id === activity)?.options ?? {};
  return [plainText(html), ...textsIn(question), plainText(notes)].join('\n');
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

/** The rows of a table of sources: the text of the tag, and its link. */
function rowsOf(html: string): { tag: string; link: string }[] {
  const rows = html.matchAll(/<tr>\s*<td>([^<]*)<\/td>([^]*?)<\/tr>/g);
  return [...rows].map(([, tag = '', rest = '']) => ({
    tag: plainText(tag),
    link: /href="([^"]*)"/.exec(rest)?.[1] ?? '',
  }));
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
