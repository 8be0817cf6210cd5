import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BroughtDeck, refusalOf } from './bring-deck.ts';
import { RunningServer } from './running-server.ts';

const base64 =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const png = new Uint8Array(Buffer.from(base64, 'base64'));

const page = (slides: string, head = '<title>A page</title>'): string =>
  `<!doctype html><html lang="de"><head>${head}</head><body><div class="reveal"><div class="slides">${slides}</div></div></body></html>`;

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

const inDeck = (name: string, file = ''): string => join(server.folder, 'slides', name, file);
const textOf = (name: string, file = 'slides.md'): Promise<string> =>
  readFile(inDeck(name, file), 'utf8');

describe('[S75] a page of reveal.js that is brought', () => {
  it('becomes a deck, out of a copy of reveal.js with its README and examples', async () => {
    const slides =
      '<section><h1>Hello</h1><img src="img/a%20dot.png" alt="A dot"></section><section data-markdown="more.md" data-separator="^---$"></section><section data-markdown="lost.md"></section>';
    const brought = await BroughtDeck.folder(
      server,
      {
        'reveal.js-main/index.html': page(
          slides,
          '<title>A page</title><style>.x { color: red }</style>',
        ),
        'reveal.js-main/README.md': '# reveal.js',
        'reveal.js-main/more.md': '## More\n---\n## Still more',
        'reveal.js-main/img/a dot.png': png,
        'reveal.js-main/img/other.png': png,
        'reveal.js-main/dist/theme/black.css': 'x',
        'reveal.js-main/examples/markdown.md': '# Example',
        'reveal.js-main/examples/index.html': page('<section>Example</section>'),
      },
      'reveal.js-main',
    );
    expect(await brought.report()).toMatchObject({
      ...{ title: 'A page', lang: 'de', slides: 3, problems: [], presentable: true },
      leftOut: [
        { path: 'reveal.js-main/lost.md', reason: expect.stringContaining('not brought') },
        { path: 'reveal.js-main/index.html', reason: 'its slides were read into slides.md' },
        { path: 'reveal.js-main/README.md' },
        { path: 'reveal.js-main/more.md', reason: 'its slides were read into slides.md' },
        { path: 'reveal.js-main/img/other.png', reason: 'no slide names it' },
        { path: 'reveal.js-main/dist/theme/black.css' },
        { path: 'reveal.js-main/examples/markdown.md' },
        { path: 'reveal.js-main/examples/index.html' },
      ],
    });
    expect((await brought.take('of-reveal')).status).toBe(201);
    expect(await readdir(inDeck('of-reveal'))).toEqual(['deck.css', 'img', 'slides.md']);
    expect(await readdir(inDeck('of-reveal', 'img'))).toEqual(['a dot.png']);
    expect(await textOf('of-reveal')).toContain('## Still more');
    expect(await textOf('of-reveal', 'deck.css')).toBe('.x { color: red }');
  });

  it('is found beneath a README', async () => {
    const files = { 'README.md': '# About', 'talk/index.html': page('<section>a</section>') };
    const brought = await BroughtDeck.folder(server, files);
    expect(await brought.report()).toMatchObject({ title: 'A page' });
  });

  it('may be one file, with its pictures in it', async () => {
    const slides = `<section data-background-image="data:image/png;base64,${base64}"><img alt="" src="data:image/png;base64,PHNjcmlwdD4="></section>`;
    const brought = await BroughtDeck.folder(
      server,
      { 'My talk.html': page(slides) },
      'My talk.html',
    );
    const { name, problems } = await brought.report();
    expect(name).toBe('my-talk');
    // The other one is no picture.
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('pictures/2.png'),
    ]);
    await brought.take('one-file');
    expect(await readdir(inDeck('one-file', 'pictures'))).toEqual(['1.png']);
    expect(await readFile(inDeck('one-file', 'pictures/1.png'))).toEqual(Buffer.from(png));
  });

  it('keeps its own pictures apart from those beside it', async () => {
    const slide = `<section><img alt="A" src="data:image/png;base64,${base64}"><img alt="B" src="pictures/1.png"></section>`;
    const other = new Uint8Array([...png, 0]);
    const files = { 'index.html': page(slide), 'pictures/1.png': other };
    await (await BroughtDeck.folder(server, files)).take('both-pictures');
    expect(await readFile(inDeck('both-pictures', 'pictures/1.png'))).toEqual(Buffer.from(other));
    expect(await readFile(inDeck('both-pictures', 'pictures-2/1.png'))).toEqual(Buffer.from(png));
  });

  it('waits for files that arrive after a look at it', async () => {
    const brought = await BroughtDeck.folder(server, {
      'index.html': page(
        '<section><img src="a.png" alt=""></section><section data-markdown="b.md"></section>',
      ),
    });
    expect(await brought.report()).toMatchObject({ slides: 1 });
    await brought.put('a.png', png);
    await brought.put('b.md', '# B');
    expect(await brought.report()).toMatchObject({ slides: 2, problems: [] });
  });

  it('gives way to Markdown that lies nearer to the top, or where it has no slides', async () => {
    for (const files of [
      { 'slides.md': '# Mine', 'old/index.html': page('<section>Old</section>') },
      { 'slides.md': '# Mine', 'index.html': '<p>About</p><section>me</section>' },
    ]) {
      const brought = await BroughtDeck.folder(server, files);
      expect(await brought.report()).toMatchObject({ title: 'Mine', slides: 1 });
    }
  });
});

describe('[A7] a hostile page', () => {
  const refusal = async (html: string): Promise<string> => {
    const brought = await BroughtDeck.folder(server, { 'index.html': html });
    return refusalOf(await brought.look());
  };

  it('takes in nothing from outside of what is brought', async () => {
    const names = [
      '../../../../plenary.db',
      '/etc/passwd',
      '..%2F..%2Fslides.md',
      'https://a.example/b.md',
    ];
    const sections = names.map((name) => `<section data-markdown="${name}"></section>`).join('');
    const brought = await BroughtDeck.folder(server, {
      'index.html': page(`<section>a</section>${sections}`),
      'pictures/1.png': png,
    });
    const { slides, leftOut } = await brought.report();
    expect(slides).toBe(1);
    expect(leftOut).toHaveLength(names.length + 2);
  });

  it('is refused in words where it is too deep, too long or takes too long', async () => {
    expect(await refusal(page(`<section>${'<em>'.repeat(20_000)}`))).toBe('slow-deck');
    expect(await refusal(page(`<section>${'<p>a</p>'.repeat(300_000)}`))).toBe('slow-deck');
    expect(await refusal(page(`<section><div>${'a '.repeat(600_000)}</div>`))).toBe('too-large');
    const brought = await BroughtDeck.begin(server);
    const large = await brought.put('index.html', new Uint8Array(10_000_001));
    expect(await refusalOf(large)).toBe('too-large');
  });

  it('runs no script, wherever it lies in it', async () => {
    const slides = `<section><script>a()</script><img src=x onerror="b()"><div><svg><script>c()</script></svg></div><a href="javascript:d()">e</a></section>`;
    const brought = await BroughtDeck.folder(server, { 'index.html': page(slides) });
    const { first } = await brought.report();
    expect(first?.slide.html).not.toMatch(/script|onerror/);
  });
});
