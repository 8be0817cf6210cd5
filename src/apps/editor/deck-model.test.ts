import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeckFolderEntry, SaveBody } from '../../protocol/deck-editing.ts';
import { DeckModel } from './deck-model.ts';

const FILE = 'deck.md';
const hashOf = (text: string): string => `hash of ${text}`;

/** The folder of a deck with one file behind the routes of the server; `WRONG` in the file is a mistake. */
class Folder {
  text = 'a\nb\nc';

  entry(): DeckFolderEntry {
    const files = [{ file: FILE, text: this.text, hash: hashOf(this.text) }];
    return { name: 'demo', files, media: [], unwritable: null, running: 1 };
  }

  answer(path: string, body: string): Response {
    if (path.endsWith('/demo')) return Response.json(this.entry());
    if (path.endsWith('/preview')) return Response.json(previewOf(body));
    if (path.endsWith('/use')) return Response.json({ running: 1 });
    const { text, base } = JSON.parse(body) as SaveBody;
    if (base !== hashOf(this.text)) {
      const error = { name: 'changed-meanwhile', message: 'Somebody else has saved it.' };
      return Response.json({ error }, { status: 409 });
    }
    this.text = text;
    return Response.json({ hash: hashOf(text), running: 1 });
  }
}

function previewOf(body: string) {
  const mistake = { file: FILE, line: 1, severity: 'error', message: 'Wrong.' };
  return { slides: [], theme: null, problems: body.includes('WRONG') ? [mistake] : [] };
}

let folder: Folder;
let model: DeckModel;

beforeEach(() => {
  vi.useFakeTimers();
  folder = new Folder();
  const answer = async (path: string, { body }: { readonly body?: string }) =>
    folder.answer(path, body ?? '');
  vi.stubGlobal('fetch', answer);
  model = new DeckModel(folder.entry(), 'page', { read: () => null, write() {}, remove() {} });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('lines that somebody else has saved too', () => {
  beforeEach(async () => {
    model.typed(FILE, 'a\nmine\nc');
    folder.text = 'a\ntheirs\nc';
    await model.save();
  });

  it('are said again at each save, until the last choice; then a save saves', async () => {
    expect(model.find(FILE)?.theirs).not.toBeNull();
    expect(model.problem.value).toBeNull();
    expect(await model.save()).toBe(false);
    expect(model.problem.value?.message).toContain('Choose at each marked place');
    model.settle(FILE);
    expect(model.problem.value).toBeNull();
    expect(await model.save()).toBe(true);
    expect(folder.text).toBe('a\nmine\nc');
  });

  it('are saved as they are, once this text reads like them', () => {
    model.typed(FILE, 'a\ntheirs\nc');
    expect(model.find(FILE)?.theirs).toBeNull();
    expect(model.isUnsaved).toBe(false);
  });

  it('are settled by a version of before, which is saved', async () => {
    await model.restoreVersion(FILE, 'a\nb\nc');
    expect(model.find(FILE)).toMatchObject({ text: 'a\nb\nc', theirs: null });
    expect([folder.text, model.isUnsaved]).toEqual(['a\nb\nc', false]);
  });
});

it('A refusal for mistakes is said until they are mended, any other until the next save', async () => {
  model.typed(FILE, 'WRONG');
  model.problem.value = { name: 'deck-with-mistakes', message: 'It has mistakes.' };
  await model.previewNow();
  expect(model.problem.value).not.toBeNull();
  model.typed(FILE, 'right');
  await model.previewNow();
  expect(model.problem.value).toBeNull();
  model.problem.value = { name: 'full', message: 'The disk is full.' };
  await model.previewNow();
  expect(model.problem.value).not.toBeNull();
  await model.save();
  expect(model.problem.value).toBeNull();
});

it('A session that shows what is saved is said to, until the next edit', async () => {
  model.typed(FILE, 'one');
  await model.save();
  expect([model.outdatedSessions.value, model.isInUse.value]).toEqual([1, false]);
  await model.useInSessions();
  expect([model.outdatedSessions.value, model.isInUse.value]).toEqual([0, true]);
  model.typed(FILE, 'two');
  expect(model.isInUse.value).toBe(false);
});
