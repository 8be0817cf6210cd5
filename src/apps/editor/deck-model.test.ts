import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeckFolderEntry, EditorsEntry, SaveBody } from '../../protocol/deck-editing.ts';
import { DeckModel } from './deck-model.ts';

const FILE = 'deck.md';
const hashOf = (text: string): string => `hash of ${text}`;

/** The folder of a deck with one file behind the routes of the server; `WRONG` in the file is a mistake. */
class Folder {
  text = 'a\nb\nc';

  entry(): DeckFolderEntry {
    const files = [{ file: FILE, text: this.text, hash: hashOf(this.text) }];
    return { name: 'demo', files, media: [], unwritable: null };
  }

  answer(path: string, body: string): Response {
    if (path.endsWith('/demo')) return Response.json(this.entry());
    if (path.endsWith('/preview')) return Response.json(previewOf(body));
    if (path.endsWith('/saved-deck')) return this.take(path);
    if (path.endsWith('/editors')) return Response.json(this.editors());
    const { text, base } = JSON.parse(body) as SaveBody;
    if (base !== hashOf(this.text)) {
      const error = { name: 'changed-meanwhile', message: 'Somebody else has saved it.' };
      return Response.json({ error }, { status: 409 });
    }
    this.text = text;
    return Response.json({ hash: hashOf(text) });
  }

  /** The running sessions, each with the text that it shows. */
  readonly sessions = new Map<string, string>();

  take(path: string): Response {
    const code = path.split('/').at(-2) ?? '';
    if (this.sessions.get(code) === 'unreadable') {
      const error = { name: 'damaged', message: 'The log cannot be read.' };
      return Response.json({ error }, { status: 503 });
    }
    this.sessions.set(code, this.text);
    return Response.json({});
  }

  editors(): EditorsEntry {
    const older = [...this.sessions].filter(([, shown]) => shown !== this.text);
    const outdated = older.map(([code]) => {
      return { code, title: 'Demo', name: '', rehearsal: false, startedAt: '' };
    });
    return { others: 0, files: { [FILE]: hashOf(this.text) }, outdated };
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

it('No session starts on a text with mistakes, and why is said until they are mended', async () => {
  model.typed(FILE, 'WRONG');
  expect(await model.mayStart()).toBe(false);
  expect(model.problem.value?.message).toContain('mistakes');
  model.typed(FILE, 'right');
  expect([await model.mayStart(), model.problem.value]).toEqual([true, null]);
});

describe('[S69] a running session with an earlier text', () => {
  const codes = (): string[] => model.outdated.value.map(({ code }) => code);

  it('is offered the saved one on every page, until it shows that', async () => {
    folder.sessions.set('111111', 'earlier').set('222222', 'earlier').set('333333', folder.text);
    await model.beat();
    expect(codes()).toEqual(['111111', '222222']);
    await model.useIn(['222222']);
    expect([codes(), model.isInUse.value]).toEqual([['111111'], false]);
    await model.useIn(codes());
    expect([codes(), model.isInUse.value]).toEqual([[], true]);
    model.typed(FILE, 'two');
    expect(model.isInUse.value).toBe(false);
    await model.save();
    expect(codes()).toEqual(['111111', '222222', '333333']);
  });

  it('is offered it again where it did not take it, with the reason', async () => {
    folder.sessions.set('111111', 'unreadable').set('222222', 'earlier');
    await model.beat();
    await model.useIn(codes());
    expect(model.problem.value?.name).toBe('damaged');
    expect(codes()).toEqual(['111111', '222222']);
  });
});
