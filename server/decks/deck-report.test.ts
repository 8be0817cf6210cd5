import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportDeck } from './deck-report.ts';

const POLL = '```poll\nid: where\nquestion: Where are you?\noptions: [Here, There]\n```\n';

let folder = '';
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'plenary-report-')), 'talk');
  await mkdir(folder);
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

describe('the report of a deck', () => {
  it('counts slides and questions if it can be presented', async () => {
    await write('talk.md', `# One\n\n---\n\n# Two\n\n${POLL}`);
    expect(await reportDeck(folder)).toEqual({
      presentable: true,
      lines: ['talk: 2 slides, 1 question'],
    });
  });

  it('names every problem with file and line, as editors expect', async () => {
    await write('01.md', '# One\n\n```poll\nid: where\n```\n');
    const { presentable, lines } = await reportDeck(folder);
    expect(presentable).toBe(false);
    expect(lines[0]).toMatch(/^\S+talk\/01\.md:\d+: \S/);
    expect(lines.at(-1)).toMatch(/^talk: \d+ mistakes? to fix before it can be presented$/);
  });

  it('marks warnings, with which a deck can be presented', async () => {
    await write('talk.md', '# One\n\n---\n\n---\n\n# Three\n');
    const { presentable, lines } = await reportDeck(folder);
    expect(presentable).toBe(true);
    expect(lines[0]).toMatch(/talk\.md:\d+: warning: This slide is empty$/);
  });

  it('[S30] reads the separators in reveal-md.json, and names its mistakes', async () => {
    await write('talk.md', '# One\n\n---v\n\n# Two\n\n---v\n\n# Three\n');
    await write('reveal-md.json', '{\n  "verticalSeparator": "\\n---v\\n"\n}\n');
    expect(await reportDeck(folder)).toEqual({
      presentable: true,
      lines: ['talk: 3 slides, 0 questions'],
    });
    await write('reveal-md.json', '{\n  "verticalSeparator": "(("\n}\n');
    const { presentable, lines } = await reportDeck(folder);
    expect(presentable).toBe(false);
    expect(lines.at(-2)).toMatch(
      /reveal-md\.json:2: "verticalSeparator" is not a regular expression/,
    );
  });

  it('says how text finds its colour on pictures and films, and what to write', async () => {
    for (const file of ['a.jpg', 'b.webm']) await write(file, '');
    const slides = [
      '---\nbackground: a.jpg\n---\n\n# One',
      '# Two\n\n<!-- .slide: data-background-video="b.webm" -->',
      '---\nbackground: a.jpg\nbackground-color: black\n---\n\n# Three',
      '<!-- .slide: data-background="a.jpg" -->\n\n# Four',
      "---\nbackground: '#123'\n---\n\n# Five",
    ];
    await write('talk.md', slides.join('\n\n---\n\n').replaceAll('---\n\n---\nb', '---\nb'));
    expect((await reportDeck(folder)).lines).toEqual([
      'talk: text is light or dark by the lightness of the picture behind it on slides 1, 4; to choose, write background-color beside it: dark for light text',
      'talk: text does not follow the film behind it on slide 2; write background-color beside it: dark for light text',
      'talk: 5 slides, 0 questions',
    ]);
  });

  it('rejects a folder that is not a deck', async () => {
    const { presentable, lines } = await reportDeck(join(folder, 'nowhere'));
    expect(presentable).toBe(false);
    expect(lines).toEqual([`nowhere: There is no folder ${join(folder, 'nowhere')}.`]);
  });

  it('has the name of the folder, however its path is written', async () => {
    await write('talk.md', '# One');
    const { lines } = await reportDeck(`${folder}/../talk/`);
    expect(lines).toEqual(['talk: 1 slide, 0 questions']);
  });
});
