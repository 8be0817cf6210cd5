import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listDeckFiles } from './deck-files.ts';
import { reportDeck } from './deck-report.ts';
import { Decks } from './decks.ts';

let slides = '';
let folder = '';
beforeEach(async () => {
  slides = await mkdtemp(join(tmpdir(), 'plenary-files-'));
  folder = join(slides, 'talk');
  await mkdir(join(folder, 'img/deep'), { recursive: true });
  await writeFile(join(folder, 'img/Photo.PNG'), '');
  await writeFile(join(folder, 'img/deep/a.svg'), '');
});
afterEach(() => rm(slides, { recursive: true }));

describe('the files of a deck', () => {
  it('are listed with those in folders below', async () => {
    expect(await listDeckFiles(folder)).toEqual(['img/Photo.PNG', 'img/deep/a.svg']);
    expect(await listDeckFiles(join(folder, 'nowhere'))).toEqual([]);
  });

  it('are listed behind links, as they are served, and a folder within itself ends', async () => {
    await writeFile(join(slides, 'shared.png'), '');
    await symlink(join(slides, 'shared.png'), join(folder, 'shared.png'));
    await symlink(folder, join(folder, 'img/again'));
    await symlink(join(slides, 'gone.png'), join(folder, 'gone.png'));
    const files = await listDeckFiles(folder);
    expect(files).toContain('shared.png');
    expect(files).not.toContain('gone.png');
    expect(files.length).toBeLessThan(100);
  });

  it('[S32] are compared with what slides refer to, at the check and on the desk alike', async () => {
    await writeFile(
      join(folder, 'talk.md'),
      '# One\n\n![a](img/photo.png) ![b](img/deep/a.svg)\n\n![c](img/nothing.png)\n\n---\n\n![c](img/nothing.png)\n\n![c](img/nothing.png)\n',
    );
    const { lines, presentable } = await reportDeck(folder);
    expect(presentable).toBe(true);
    expect(lines).toEqual([
      expect.stringMatching(
        /talk\.md:3: warning: The file "img\/photo.png" is spelt "img\/Photo.PNG"/,
      ),
      expect.stringMatching(
        /talk\.md:5: warning: There is no file "img\/nothing.png".* \(3 times: also lines 9, 11\)$/,
      ),
      'talk: 2 slides, 0 questions',
    ]);
    expect(await new Decks(slides).list(new Map())).toMatchObject([
      {
        name: 'talk',
        problems: [
          { file: 'talk.md', line: 3 },
          { file: 'talk.md', line: 5 },
        ],
      },
    ]);
  });
});
