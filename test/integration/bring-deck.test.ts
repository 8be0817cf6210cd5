import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BroughtDeck, refusalOf } from './bring-deck.ts';
import { KEY, RunningServer } from './running-server.ts';

const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const slides = '---\ntitle: A brought talk\n---\n\n# A brought talk\n\n![A dot](images/dot.png)\n';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

describe('a folder that is brought', () => {
  it('is looked at, and then taken as a deck', async () => {
    const brought = await BroughtDeck.folder(
      server,
      {
        'My talk/slides.md': slides,
        'My talk/images/dot.png': png,
        'My talk/.DS_Store': 'x',
        'My talk/budget.xlsx': 'x',
      },
      'My talk',
    );
    const report = await brought.report();
    expect(report).toMatchObject({
      name: 'my-talk',
      title: 'A brought talk',
      slides: 1,
      questions: 0,
      problems: [],
      presentable: true,
      leftOut: [{ path: 'My talk/budget.xlsx' }],
    });
    const [, picture = ''] = /src="([^"]+)"/.exec(report.first?.slide.html ?? '') ?? [];
    const shown = await fetch(server.url + picture, {
      headers: { Authorization: `Bearer ${KEY}` },
    });
    expect(shown.headers.get('Content-Type')).toBe('image/png');
    expect((await fetch(server.url + picture)).status).toBe(401);
    expect((await brought.take('my-talk')).status).toBe(201);
    const folder = join(server.folder, 'slides/my-talk');
    expect(await readdir(folder)).toEqual(['images', 'slides.md']);
    expect(await readFile(join(folder, 'slides.md'), 'utf8')).toBe(slides);
    expect(await readdir(join(server.folder, 'slides'))).not.toContain('.incoming');
    expect(await refusalOf(await brought.look())).toBe('unknown-import');
  });
});
