import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BroughtDeck, refusalOf } from './bring-deck.ts';
import { rawZip, type RawEntry } from './raw-zip.ts';
import { RunningServer } from './running-server.ts';

const slides: RawEntry = { name: 'talk.md', data: '# A talk' };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

/** The name of the refusal of a zip, wherever it comes. */
async function refusedZip(zip: Uint8Array<ArrayBuffer>): Promise<string> {
  const brought = await BroughtDeck.begin(server);
  const sent = await brought.send('zip', zip);
  return sent.ok ? refusalOf(await brought.look()) : refusalOf(sent);
}

describe('a zip', () => {
  it.each<[string, string, readonly RawEntry[]]>([
    ['bad-name', 'leads to a folder above', [slides, { name: '../small/talk.md' }]],
    ['bad-name', 'leads to a folder above, further in', [slides, { name: 'a/../../talk.md' }]],
    ['bad-name', 'leads to the root', [slides, { name: '/etc/talk.md' }]],
    ['bad-name', 'leads to a drive', [slides, { name: 'C:/talk.md' }]],
    ['bad-name', 'leads there by backslashes', [slides, { name: '..\\..\\talk.md' }]],
    ['bad-name', 'has a control character in a name', [slides, { name: 'a\u0007.md' }]],
    ['bad-name', 'has a zero in a name', [slides, { name: 'a.md\u0000.png' }]],
    ['bad-name', 'has the name of a device', [slides, { name: 'CON.md' }]],
    ['bad-name', 'has names that differ in capitals alone', [slides, { name: 'Talk.md' }]],
    ['broken-zip', 'has a name twice', [slides, slides]],
    [
      'bad-name',
      'has folders that differ in capitals alone',
      [slides, { name: 'a/b.png' }, { name: 'A/c.png' }],
    ],
    [
      'bad-name',
      'has a file where it has a folder',
      [slides, { name: 'a.png/b.png' }, { name: 'a.png' }],
    ],
    [
      'bad-name',
      'has a folder where it has a file',
      [slides, { name: 'a.png' }, { name: 'a.png/b.png' }],
    ],
    ['broken-zip', 'has a link', [slides, { name: 'a.png', data: '/etc/passwd', mode: 0o120777 }]],
    ['broken-zip', 'has a device', [slides, { name: 'a.png', mode: 0o020666 }]],
    ['broken-zip', 'is packed in an unusual way', [{ ...slides, method: 14 }]],
    ['broken-zip', 'is damaged within', [{ ...slides, isIntact: false }]],
    [
      'broken-zip',
      'unpacks to more than it says',
      [slides, { name: 'a.png', data: 'x'.repeat(9_000), claimed: 9 }],
    ],
    [
      'broken-zip',
      'unpacks to less than it says',
      [slides, { name: 'a.png', data: 'x', claimed: 9_000 }],
    ],
    [
      'too-large',
      'has a Markdown file that is larger than they may be',
      [{ name: 'talk.md', data: 'x'.repeat(1_000_001) }],
    ],
    ['no-slides', 'has no slides', [{ name: 'index.html', data: '<section>' }]],
    ['no-slides', 'has decks beside each other', [{ name: 'a/talk.md' }, { name: 'b/talk.md' }]],
    [
      'unreadable-text',
      'has Markdown that is no text',
      [{ name: 'talk.md', data: new Uint8Array([0xff, 0xfe, 0]) }],
    ],
  ])('[A7] is refused as %s that %s', async (refusal, _, entries) => {
    expect(await refusedZip(rawZip(entries))).toBe(refusal);
  });

  it.each([0x801, 0x841])(
    '[A7] is refused in words that has a password: flags %i',
    async (flags) => {
      const brought = await BroughtDeck.zip(server, rawZip([{ ...slides, flags }]));
      expect(await (await brought.look()).text()).toContain('The zip has a password.');
    },
  );

  it('[A7] is refused where it unpacks to more than a deck may have, by however little it grew', async () => {
    const zeros = new Uint8Array(19_000_000);
    const bomb = Array.from({ length: 6 }, (_, index) => ({ name: `${index}.png`, data: zeros }));
    expect(await refusedZip(rawZip([slides, ...bomb]))).toBe('too-large');
  });

  it('[A7] is refused that has thousands of files, before any is unpacked', async () => {
    const hidden = Array.from({ length: 10_000 }, (_, index) => ({
      name: `__MACOSX/${index}`,
      method: 0,
    }));
    expect(await refusedZip(rawZip([slides, ...hidden]))).toBe('too-large');
    const many = Array.from({ length: 2_000 }, (_, index) => ({
      name: `${index}.png`,
      method: 0,
    }));
    expect(await refusedZip(rawZip([slides, ...many]))).toBe('too-large');
  });

  it('[A7] is refused in words where it is none, is cut off, or has an end that lies', async () => {
    const whole = rawZip([slides]);
    const lying = Uint8Array.from(whole);
    lying[whole.length - 6] = 0xff;
    for (const zip of [
      new Uint8Array(0),
      new Uint8Array(100),
      whole.slice(0, -9),
      whole.slice(9),
      lying,
    ]) {
      expect(await refusedZip(zip)).toBe('broken-zip');
    }
  });

  it('[A7] may be damaged in any byte, and the server goes on', async () => {
    const whole = rawZip([slides, { name: 'a/b.svg', data: '<svg/>' }]);
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      expect(await refusedZip(damaged)).toMatch(
        /^(?:none|broken-zip|bad-name|no-slides|too-large|unreadable-text)$/,
      );
    }
  });
});

it('[A7] [A16] None of them left a deck behind, or a fault', async () => {
  expect(server.faults).toEqual([]);
  const names = await readdir(join(server.folder, 'slides'));
  expect(names.sort()).toEqual(['.incoming', 'small', 'wrong']);
});
