import { describe, expect, it } from 'vitest';
import { compileDeck } from '../compile-deck.ts';
import { deckFiles } from '../deck-files.ts';

const FILES = [
  'img/a.png',
  'IMG/Photo.JPG',
  'k\u00e4se.png',
  'clip.webm',
  'tune.mp3',
  'two words.png',
];

const compiled = (text: string, files: readonly string[] = FILES) =>
  compileDeck('demo', [{ file: 'deck.md', text }], deckFiles(files));

const problems = (text: string, files?: readonly string[]) =>
  compiled(text, files).problems.map(
    ({ severity, line, message }) => `${severity} ${line}: ${message}`,
  );

const htmlOf = (text: string) => compiled(text).deck?.slides[0]?.html;

/** Attributes of a drawing that may paint with a file. */
const PAINTS = [
  ...['fill', 'stroke', 'filter', 'mask', 'clip-path', 'cursor'],
  ...['marker-start', 'marker-mid', 'marker-end'],
];

/** Every way to show or link a file, around an address. */
const places: readonly ((address: string) => string)[] = [
  (file) => `![x](${file})`,
  (file) => `<p><img alt="x" src="${file}"></p>`,
  (file) => `<p><img alt="x" data-src="${file}"></p>`,
  (file) => `<p><img alt="x" srcset="img/a.png 1x, ${file} 2x"></p>`,
  (file) => `<p><img alt="x" data-srcset="${file} 1x, img/a.png 2x"></p>`,
  (file) => `<picture><source srcset="${file}"><img alt="x" src="img/a.png"></picture>`,
  (file) => `<p><video src="clip.webm" poster="${file}"></video></p>`,
  (file) => `<div><svg><image href="${file}"/></svg></div>`,
  (file) => `<div><svg><image xlink:href="${file}"/></svg></div>`,
  ...['to', 'from', 'values'].map(
    (name) => (file: string) =>
      `<div><svg><image><animate attributeName="href" ${name}="${file}"/></image></svg></div>`,
  ),
  (file) =>
    `<div><svg><image><set attributeName="xlink:href" values="img/a.png;${file}"/></image></svg></div>`,
  (file) => `<div><svg><rect><set attributeName="fill" to="url(${file})"/></rect></svg></div>`,
  (file) => `<!-- .slide: data-background-image="${file}" -->\n\ntext`,
  (file) => `<!-- .slide: data-background="${file}" -->\n\ntext`,
  (file) => `<!-- .slide: data-background="url(${file}) no-repeat" -->\n\ntext`,
  (file) => `<!-- .slide: data-background-gradient="url(${file})" -->\n\ntext`,
  (file) => `<table background="${file}"><tr><td>a</td></tr></table>`,
  ...PAINTS.map((name) => (file: string) => `<div><svg><rect ${name}="url(${file})"/></svg></div>`),
  (file) => `<p style="background: url(${file})">a</p>`,
  (file) => `<p style="background: url('${file}')">a</p>`,
  (file) => `<p style="background: image-set('${file}' 1x, url(img/a.png) 2x)">a</p>`,
  (file) =>
    `<p style="background: -webkit-image-set('img/a.png' type('image/png'), '${file}' 2x)">a</p>`,
  (file) => `text\n\nNote:\n![x](${file})`,
  (file) => `[x](${file})`,
  (file) => `<a href="${file}">x</a>`,
];
const filmPlaces: readonly ((address: string) => string)[] = [
  (file) => `<p><video src="${file}"></video></p>`,
  (file) => `<p><video data-src="${file}"></video></p>`,
  (file) => `<p><video><source src="${file}"></video></p>`,
  (file) => `<p><audio src="${file}"></audio></p>`,
  (file) => `<p><audio><source data-src="${file}"></audio></p>`,
  (file) => `<!-- .slide: data-background-video="${file}" -->\n\ntext`,
];

describe('[S32] a file that a slide refers to', () => {
  it('gives no warning if it is in the folder', () => {
    for (const place of places) {
      for (const file of ['img/a.png', './img/a.png', 'img/a.png?1#b', '/slides/demo/img/a.png']) {
        expect(problems(place(file)), place(file)).toEqual([]);
      }
    }
    for (const place of filmPlaces) {
      for (const file of ['clip.webm', 'tune.mp3']) expect(problems(place(file))).toEqual([]);
    }
    for (const name of ['data-background-image', 'data-background']) {
      expect(problems(`<!-- .slide: ${name}="two words.png" -->\n\ntext`)).toEqual([]);
    }
    expect(problems('---\nbackground: two words.png\n---\n\n# a')).toEqual([]);
    expect(problems('![x](<two words.png>) ![x](two%20words.png) [x](clip.webm#t=3)')).toEqual([]);
  });

  it('gives a warning with its line if it is missing, wherever it is named', () => {
    for (const place of places) {
      expect(problems(`# a\n\n${place('img/nothing.svg')}`), place('')).toEqual([
        expect.stringMatching(
          /^warning [36]: There is no file "img\/nothing.svg" in the deck's folder; add it, or correct the name$/,
        ),
      ]);
    }
    for (const place of filmPlaces) {
      expect(problems(place('film.mp4'))).toEqual([
        expect.stringContaining('There is no file "film.mp4"'),
      ]);
    }
  });

  it('keeps its address if it is missing, and makes another slide once it is added', () => {
    const slide = (files: readonly string[]) => compiled('![x](b.png)', files).deck?.slides[0];
    expect(slide([])?.html).toContain('src="/slides/demo/b.png#missing"');
    expect(slide(['b.png'])?.html).toContain('src="/slides/demo/b.png"');
    expect(slide([])?.hash).not.toBe(slide(['b.png'])?.hash);
  });

  it('makes another slide once it is added also where a part of it is named', () => {
    const text = '<p><video src="film.webm#t=3"></video></p>';
    const slide = (files: readonly string[]) => compiled(text, files).deck?.slides[0];
    expect(slide([])?.html).toContain('src="/slides/demo/film.webm#missing"');
    expect(slide(['film.webm'])?.html).toContain('src="/slides/demo/film.webm#t=3"');
  });

  it('is not named by letters that are escaped, which a browser would read', () => {
    for (const style of ['u\\72l(b.png)', 'url(\\62.png)', 'image-set(\\75rl(b.png) 1x)']) {
      const text = `<p style="background: ${style}; content: '\\201C'">a</p>`;
      expect(problems(text)).toEqual([
        'warning 1: A style is left out: it cannot be read; write it without a backslash',
      ]);
      expect(htmlOf(text)).toBe('<p>a</p>');
    }
    expect(htmlOf(`<p style="content: '\\201C'">a</p>`)).toContain('\\201C');
    expect(htmlOf(`<p style="content: '\n; background: u\\72l(b.png)">a</p>`)).toBe('<p>a</p>');
  });

  it('is named if the folder has one like it', () => {
    expect(problems('![x](img/b.png)')).toEqual([
      expect.stringContaining('did you mean "img/a.png"?'),
    ]);
    expect(problems('![x](a.png)')).toEqual([expect.stringContaining('did you mean "img/a.png"?')]);
  });

  it('gives a warning with its right name if capitals differ', () => {
    for (const written of ['img/photo.jpg', 'IMG/photo.JPG', 'img/Photo.JPG']) {
      expect(problems(`![x](${written})`)).toEqual([
        `warning 1: The file "${written}" is spelt "IMG/Photo.JPG", and most servers tell capitals apart; write it so`,
      ]);
    }
  });

  it('gives a warning if its name only looks the same', () => {
    expect(problems('![x](ka\u0308se.png)')).toEqual([
      expect.stringContaining('other characters that look the same; rename the file'),
    ]);
  });

  it("is left out, with what to write, if its address begins at the server's root", () => {
    for (const place of places) {
      expect(problems(place('/img/a.png')), place('')).toEqual([
        expect.stringContaining(
          '"/img/a.png" is left out: an address that begins with / is not in the deck\'s folder; write "img/a.png"',
        ),
      ]);
      expect(problems(place('/b.png'))).toEqual([
        expect.stringContaining("put the file into the deck's folder"),
      ]);
    }
    expect(htmlOf('![x](/img/a.png)')).toBe('<p><img alt="x"></p>');
  });

  it('is left out, with the types that are shown, if it is of another type', () => {
    for (const place of filmPlaces) {
      for (const file of ['film.mov', 'film.MOV', 'film.avi?1', 'film', 'film.mkv']) {
        expect(problems(place(file), [file])).toEqual([
          expect.stringMatching(/"film.*" is left out: .*not served; save it as one of mp4, webm/),
        ]);
      }
      expect(problems(place('img/a.png')).length).toBe(place('').includes('<source') ? 0 : 1);
    }
    for (const file of ['a.bmp', 'a.tiff', 'a.heic', 'a', 'img/']) {
      expect(problems(`![x](${file})`, [file])).toEqual([
        expect.stringContaining(
          'is left out: files of this type are not served; save it as one of avif',
        ),
      ]);
    }
    expect(problems('[x](film.mov)', ['film.mov'])).toEqual([
      expect.stringMatching(/not served; save it as one of mp4, webm$/),
    ]);
    expect(problems('[x](table.csv)', ['table.csv'])).toEqual([
      expect.stringContaining('A link to "table.csv" is left out'),
    ]);
    expect(problems('[x](other.md)', ['other.md'])).toHaveLength(1);
  });

  it('is left out, with the way to show it, if its kind is shown in another way', () => {
    const advice = {
      'clip.webm': 'a film is not shown here; show it with <video controls src="file"></video>',
      'film.MOV':
        'a film is not shown here; save it as one of mp4, webm, and show it with <video controls src="file"></video>',
      'tune.mp3': 'a sound is not shown here; play it with <audio controls src="file"></audio>',
      'tune.m4a':
        'a sound is not shown here; save it as one of mp3, ogg, wav, and play it with <audio controls src="file"></audio>',
      'report.pdf': 'a document is not shown here; link to it with [its name](file)',
      'talk.pptx':
        'a document is not shown here; save it as one of pdf, and link to it with [its name](file)',
    };
    for (const [file, said] of Object.entries(advice)) {
      expect(problems(`![x](${file})`, [file])).toEqual([
        `warning 1: "${file}" is left out: ${said}`,
      ]);
    }
    expect(problems('<p><video src="img/a.png"></video></p>')).toEqual([
      expect.stringContaining('a picture is not shown here; show it with ![what it shows](file)'),
    ]);
    // What is advised is taken.
    expect(problems('<video controls src="clip.webm"></video>')).toEqual([]);
    expect(problems('<audio controls src="tune.mp3"></audio>')).toEqual([]);
  });

  it('is named in full in the warning if it is on another site', () => {
    expect(problems('![x](https://a.example/b.png)')).toEqual([
      `warning 1: "https://a.example/b.png" is left out: a room may have no internet; put the file into the deck's folder`,
    ]);
  });

  it('is shown behind a slide in every type that browsers show', () => {
    for (const name of ['data-background-image', 'data-background']) {
      const { deck, problems: said } = compiled(`<!-- .slide: ${name}="a.avif" -->\n\n# a`, [
        'a.avif',
      ]);
      expect(said).toEqual([]);
      expect(deck?.slides[0]?.attributes).toMatchObject({
        'data-background-image': '/slides/demo/a.avif',
      });
    }
    for (const file of ['a.bmp', 'a.tiff', 'a.mp4']) {
      expect(problems(`<!-- .slide: data-background="${file}" -->\n\n# a`, [file])).toHaveLength(1);
    }
    for (const colour of ['red', '#1234', 'rgb(0 0 0 / .5)', 'linear-gradient(red, blue 1.5%)']) {
      expect(problems(`<!-- .slide: data-background="${colour}" -->\n\n# a`)).toEqual([]);
    }
  });

  it('is no file at all if nothing is named', () => {
    for (const text of ['![x]()', '<p><img alt="x" src=""></p>', '<p><img alt="x" src="  "></p>']) {
      expect(problems(text)).toEqual([expect.stringContaining('is left out: it names no file')]);
    }
  });

  it('gives its warning at the line of the option that names it', () => {
    expect(
      problems('---\nlayout: statement\nminutes: 2\nbackground: img/b.jpg\n---\n\n# a'),
    ).toEqual([expect.stringMatching(/^warning 4: There is no file "img\/b.jpg"/)]);
  });

  it('costs little to look for, however many there are', () => {
    const files = Array.from({ length: 2000 }, (_, index) => `img/${'a'.repeat(25)}${index}.png`);
    const text = files.map((file) => `![x](${file.replace('.png', '.gif')})`).join('\n\n');
    expect(compiled(text, files).problems).toHaveLength(2000);
  });
});

describe('a link', () => {
  it('to a page of this server is unchanged', () => {
    for (const address of ['/', '/join', '/j/123456', '#/2', '?a']) {
      expect(problems(`[a](${address})`)).toEqual([]);
    }
  });
});
