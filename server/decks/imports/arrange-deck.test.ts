import { describe, expect, it } from 'vitest';
import { arrangeDeck } from './arrange-deck.ts';
import { readBroughtFile } from './brought-file.ts';

/** The folder that becomes the deck, and the files that do not come along; or the reason in words. */
function arranged(...paths: string[]): { root: string; leftOut: string[] } | string {
  const files = paths.flatMap((path) => {
    const read = readBroughtFile(path);
    return read.ok && read.value.is !== 'by-the-system' ? [read.value] : [];
  });
  const result = arrangeDeck(files);
  if (!result.ok) return result.error.message;
  const { root, leftOut } = result.value;
  return { root, leftOut: leftOut.map(({ path }) => path) };
}

describe('the folder that becomes the deck', () => {
  it('is the one nearest to the top that holds Markdown', () => {
    expect(arranged('a.md', 'images/a.png')).toEqual({ root: '', leftOut: [] });
    expect(arranged('talk/a.md', 'talk/images/a.png')).toEqual({ root: 'talk/', leftOut: [] });
    expect(arranged('a.md', 'old/b.md', 'old/deck.css', 'old/b.png')).toEqual({
      root: '',
      leftOut: ['old/b.md', 'old/deck.css'],
    });
  });

  it('leaves behind a project around it, with its README', () => {
    const project = ['README.md', 'package.json', 'index.html', 'dist/reveal.css', 'logo.png'];
    const wrapped = project.map((path) => `repo-main/${path}`);
    expect(arranged(...wrapped, 'repo-main/slides/talk.md', 'repo-main/slides/a.png')).toEqual({
      root: 'repo-main/slides/',
      leftOut: wrapped,
    });
    expect(arranged('README.md', 'index.html', 'slides.md')).toEqual({
      root: '',
      leftOut: ['README.md', 'index.html'],
    });
  });

  it('keeps a README where there is no project, or nothing else', () => {
    expect(arranged('README.md', 'slides.md')).toEqual({ root: '', leftOut: [] });
    expect(arranged('README.md', 'index.html')).toEqual({ root: '', leftOut: ['index.html'] });
  });

  it('is not guessed among several', () => {
    expect(arranged('a/x.md', 'b/y.md')).toContain('a, b');
    expect(arranged('a.png')).toContain('needs a Markdown file');
    expect(arranged('index.html')).toContain('none of the pages here is one');
  });
});

it('files of systems and tools are passed over in silence, and others of no use are named', () => {
  const silent = ['.git/config', 'a/.DS_Store', '__MACOSX/a/._a.md', 'Thumbs.db', 'a/Icon\r'];
  const unused = ['a.docx', 'node_modules/x/a.md', 'fonts/a.ttf', 'style.css', 'what? why.txt'];
  expect(arranged('a.md', ...silent, ...unused)).toEqual({ root: '', leftOut: unused });
});
