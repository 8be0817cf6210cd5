import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnsaved, newFile, settle, takeIn, toEdited, toSave, withText } from './edited-file.ts';
import { mergeSaved } from './merge-saved.ts';
import { restoreTexts } from './restore-texts.ts';

const saved = (text: string) => ({ file: 'deck.md', text, hash: `hash of ${text}` });
const typed = (base: string, text: string) => ({ ...toEdited(saved(base)), text });

describe('two texts that began as one', () => {
  it('are merged where they differ in different lines', () => {
    expect(mergeSaved('a\nb\nc', 'A\nb\nc', 'a\nb\nC\n')).toBe('A\nb\nC\n');
    expect(mergeSaved('a', 'b', 'b')).toBe('b');
  });

  it('are not merged where they differ in the same ones', () => {
    expect(mergeSaved('a\nb\nc', 'a\nmine\nc', 'a\ntheirs\nc')).toBeNull();
  });

  it('lose no line that either has written, if they are merged', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', '', '---'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.nat(12), fc.nat(12), (base: string[], here, there) => {
        const insert = (at: number, text: string): string => base.toSpliced(at, 0, text).join('\n');
        const merged = mergeSaved(base.join('\n'), insert(here, 'mine'), insert(there, 'theirs'));
        const all = [...base, 'mine', 'theirs'].sort();
        expect(merged === null ? all : merged.split('\n').sort()).toEqual(all);
      }),
    );
  });
});

describe('what somebody else has saved', () => {
  it('is taken in whole where nothing is unsaved here', () => {
    const taken = takeIn(toEdited(saved('a')), saved('b'));
    expect(taken).toMatchObject({ text: 'b', baseHash: 'hash of b' });
  });

  it('is merged with what is typed here, which is then unsaved', () => {
    const taken = takeIn(typed('a\nb\nc', 'A\nb\nc'), saved('a\nb\nC'));
    expect(taken).toMatchObject({ text: 'A\nb\nC', base: 'a\nb\nC', baseHash: 'hash of a\nb\nC' });
  });

  it('stands beside what is typed here in the same lines, until the author settles it', () => {
    const taken = takeIn(typed('a', 'mine'), saved('theirs'));
    expect(taken).toMatchObject({ text: 'mine', base: 'a', theirs: { text: 'theirs' } });
    const settled = taken === null ? null : settle(taken);
    expect(settled).toMatchObject({ text: 'mine', baseHash: 'hash of theirs', theirs: null });
  });

  it('is settled once the text here reads like it', () => {
    const contested = { ...typed('a', 'mine'), theirs: saved('theirs\r\n') };
    expect(withText(contested, 'both').theirs).not.toBeNull();
    const taken = withText(contested, 'theirs\n');
    expect(taken).toMatchObject({ text: 'theirs\n', theirs: null });
    expect(isUnsaved(taken)).toBe(false);
  });

  it('takes the text with it where the file is gone, unless something is typed here', () => {
    expect(takeIn(toEdited(saved('a')), null)).toBeNull();
    expect(takeIn(typed('a', 'b'), null)).toMatchObject({ text: 'b', baseHash: null });
    expect(takeIn(newFile('x.md', ''), null)).toMatchObject({ file: 'x.md' });
  });
});

it('A file keeps its ends of lines', () => {
  const edited = toEdited(saved('a\r\nb\r\n'));
  expect(edited.text).toBe('a\nb\n');
  expect(isUnsaved(edited)).toBe(false);
  expect(toSave({ ...edited, text: 'a\nc\n' })).toBe('a\r\nc\r\n');
});

describe('a text from a page that was closed', () => {
  const left = { text: 'A\nb', base: 'a\nb', baseHash: 'hash of a\nb' };

  it('is back in its file, merged with what was saved since', () => {
    const { files, restored } = restoreTexts([toEdited(saved('a\nb'))], { 'deck.md': left });
    expect(restored).toEqual(['deck.md']);
    expect(files[0]).toMatchObject({ text: 'A\nb', base: 'a\nb' });
    const later = restoreTexts([toEdited(saved('a\nb\nc'))], { 'deck.md': left });
    expect(later.files[0]?.theirs?.text ?? later.files[0]?.text).toContain('c');
    expect(later.files[0]?.text).toContain('A');
  });

  it('is no news where it was saved', () => {
    expect(restoreTexts([toEdited(saved('A\nb'))], { 'deck.md': left }).restored).toEqual([]);
  });

  it('is a new file where its own is gone', () => {
    const { files } = restoreTexts([], { 'deck.md': left });
    expect(files[0]).toMatchObject({ file: 'deck.md', text: 'A\nb', baseHash: null });
  });
});
