import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askedMarkdown, insertSlide } from '../../src/deck/asked-slide.ts';
import { compileDeck } from '../../src/deck/compile-deck.ts';
import type { Deck } from '../../src/deck/deck.ts';
import { compileFolder } from './compile-folder.ts';
import { DeckEditing } from './deck-editing.ts';
import { saveAskedSlide } from './save-asked-slide.ts';

let decks: string;
let editing: DeckEditing;
beforeEach(async () => {
  decks = await mkdtemp(join(tmpdir(), 'plenary-asked-'));
  await mkdir(join(decks, 'talk'));
  editing = new DeckEditing(decks, Date.now);
});
afterEach(() => rm(decks, { recursive: true, force: true }));

async function deckOf(files: Record<string, string>): Promise<Deck> {
  for (const [file, text] of Object.entries(files))
    await writeFile(join(decks, 'talk', file), text);
  return compiled();
}

async function compiled(): Promise<Deck> {
  const read = await compileFolder('talk', join(decks, 'talk'));
  if (!read.ok || read.value.deck === null) throw new Error('The deck compiles');
  return read.value.deck;
}

/** The deck as a session shows it that has asked a poll behind the slide at `index`. */
function withAsked(deck: Deck, index: number, id = 'asked-1'): Deck {
  const options = { question: `Is it ${id}?`, options: ['Yes', 'No'] };
  const text = askedMarkdown({ type: 'poll', options }, id, null);
  const alone = compileDeck('talk', [{ file: 'a.md', text: `# First\n\n${text}` }]).deck;
  const [slide, activity] = [alone?.slides[1], alone?.activities[0]];
  const after = deck.slides[index];
  if (!slide || !activity || !after) throw new Error('There are these slides');
  return insertSlide(deck, after, { slide: { ...slide, asked: text }, activity }).deck;
}

const shown = ({ slides }: Deck): string[] =>
  slides.map(({ title, activity }) => activity ?? title);

const written: [string, Record<string, string>][] = [
  ['plain lines', { 'a.md': '# One\n\n---\n\n# Two\n\n---\n\n# Three\n' }],
  [
    'options before each slide',
    {
      'a.md':
        '---\ntitle: Talk\n---\n\n# One\n\n---\nlayout: quote\n---\n\n# Two\n\n---\nlayout: title\n---\n\n# Three\n',
    },
  ],
  ['Windows’ line ends', { 'a.md': '# One\r\n\r\n---\r\n\r\n# Two\r\n\r\n---\r\n\r\n# Three' }],
  ['several files', { 'a.md': '# One\n', 'b.md': '# Two\n', 'c.md': '# Three\n' }],
  [
    'notes and code that look like a separator',
    {
      'a.md':
        '# One\n\n```md\n---\n```\n\n<!-- A note\n---\n-->\n\n---\n\n# Two\n\n```md\n---\n```\n\n---\n\n# Three\n',
    },
  ],
];

describe('[S52] a question asked on the spot', () => {
  it.each(written)('is written behind the slide that it followed: %s', async (_, files) => {
    for (const index of [0, 1, 2]) {
      const deck = await deckOf(files);
      const session = withAsked(deck, index);
      expect(await saveAskedSlide(editing, session, 'asked-1')).toEqual({ ok: true, value: null });
      const now = await compiled();
      expect(shown(now)).toEqual(shown(session));
      expect(now.slides.map(({ hash }) => hash)).toEqual(session.slides.map(({ hash }) => hash));
    }
  });

  it('is written once, however often it is asked for', async () => {
    const session = withAsked(await deckOf({ 'a.md': '# One\n\n---\n\n# Two\n' }), 0);
    await saveAskedSlide(editing, session, 'asked-1');
    const once = await readFile(join(decks, 'talk/a.md'), 'utf8');
    expect(await saveAskedSlide(editing, session, 'asked-1')).toEqual({ ok: true, value: null });
    expect(await readFile(join(decks, 'talk/a.md'), 'utf8')).toBe(once);
  });

  it('stands behind another one that is not in the deck, or in its place', async () => {
    const first = withAsked(await deckOf({ 'a.md': '# One\n\n---\n\n# Two\n' }), 0);
    const both = withAsked(first, 1, 'asked-2');
    await saveAskedSlide(editing, both, 'asked-2');
    await saveAskedSlide(editing, both, 'asked-1');
    expect(shown(await compiled())).toEqual(['One', 'asked-1', 'asked-2', 'Two']);
  });

  it('stands at the end where the slides before it are gone from the deck', async () => {
    const session = withAsked(await deckOf({ 'a.md': '# One\n\n---\n\n# Two\n' }), 0);
    await deckOf({ 'a.md': '# New\n\n---\n\n# Two\n' });
    await saveAskedSlide(editing, session, 'asked-1');
    expect(shown(await compiled())).toEqual(['New', 'Two', 'asked-1']);
  });

  it('leaves a deck with mistakes as it is, and says so', async () => {
    const session = withAsked(await deckOf({ 'a.md': '# One\n\n---\n\n# Two\n' }), 0);
    const wrong = '# One\n\n---\n\n```poll\nid: a\n```\n';
    await writeFile(join(decks, 'talk/a.md'), wrong);
    expect(await saveAskedSlide(editing, session, 'asked-1')).toMatchObject({
      error: { message: expect.stringContaining('mistakes') },
    });
    expect(await readFile(join(decks, 'talk/a.md'), 'utf8')).toBe(wrong);
  });
});
