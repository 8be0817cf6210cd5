import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FollowedSlide } from '../../src/session/views.ts';
import { Client } from './client.ts';
import { KEY, RunningServer } from './running-server.ts';

const deckText = `---
title: A deck to follow
---

# The title

<!-- A secret note -->

---

## Steps

- Always
- The secret step <!-- .element: class="fragment" -->

<!-- Another secret note -->

---

\`\`\`quiz
id: sum
question: Two and two?
options: ['Three', 'Four']
answer: 2
explain: The secret explanation
\`\`\`

---

## The secret end
`;

interface Followed {
  readonly slide: FollowedSlide | null;
}

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
  await mkdir(join(server.folder, 'slides/followed'));
  await writeFile(join(server.folder, 'slides/followed/deck.md'), deckText);
});
afterAll(() => server.stop());

async function open() {
  const response = await server.api('POST', '/sessions', { deck: 'followed' });
  const { code } = (await response.json()) as { code: string };
  const console = await Client.console(server.url, code);
  const phone = await Client.attendee(server.url, code);
  return { code, console, phone };
}

function followed(client: Client, title: string | null): Promise<Followed> {
  return client.until<Followed>('slide:followed', ({ slide }) => (slide?.title ?? null) === title);
}

describe('[S43] a phone that follows the slides', () => {
  it('is sent the present one at once, and each that follows, without notes or steps to come', async () => {
    const { console, phone } = await open();
    await console.show(0);
    expect(await phone.ask('slide:follow', { on: true })).toEqual({ ok: true });
    expect((await followed(phone, 'The title')).slide).toMatchObject({
      html: '<h1>The title</h1>',
    });
    await console.show(1);
    expect((await followed(phone, 'Steps')).slide?.html).toContain('Always');
    expect(phone.heard()).not.toContain('secret');
    await console.show(1, 0);
    await phone.until<Followed>(
      'slide:followed',
      ({ slide }) => slide?.html.includes('The secret step') === true,
    );
    expect(phone.heard()).not.toMatch(/secret (?:note|end|explanation)/);
  });

  it('is sent none while it shows a question, and nothing of what is right', async () => {
    const { console, phone } = await open();
    await phone.ask('slide:follow', { on: true });
    await console.show(1);
    await followed(phone, 'Steps');
    await console.show(2);
    await followed(phone, null);
    expect(phone.heard()).not.toContain('The secret explanation');
  });

  it('is sent none while the presenter keeps them off the phones', async () => {
    const { console, phone } = await open();
    await console.show(0);
    await phone.ask('slide:follow', { on: true });
    await followed(phone, 'The title');
    expect(await console.ask('follow:set', { on: false })).toEqual({ ok: true });
    await followed(phone, null);
    await console.show(1);
    await console.ask('follow:set', { on: true });
    await followed(phone, 'Steps');
  });

  it('is sent no more of them once it says so, and one that never asked is sent none', async () => {
    const { console, phone, code } = await open();
    const other = await Client.attendee(server.url, code);
    await console.show(0);
    await phone.ask('slide:follow', { on: true });
    await followed(phone, 'The title');
    expect(await phone.ask('slide:follow', { on: false })).toEqual({ ok: true });
    const third = await Client.attendee(server.url, code);
    await third.ask('slide:follow', { on: true });
    await console.show(1);
    await followed(third, 'Steps');
    // In the order in which the server sends: what comes after a slide has come after it.
    await phone.ask('take-home:get', {});
    expect(phone.heard()).not.toContain('Always');
    expect(other.heard()).not.toContain('slide:followed');
  });

  it('[A1] [A7] can be followed by attendees only, and switched by the presenter only', async () => {
    const { code, console, phone } = await open();
    const stage = await Client.stage(server.url, code, { key: KEY });
    const refused = { ok: false, error: { name: 'not-allowed' } };
    expect(await stage.ask('slide:follow', { on: true })).toMatchObject(refused);
    expect(await console.ask('slide:follow', { on: true })).toMatchObject(refused);
    expect(await phone.ask('follow:set', { on: false })).toMatchObject(refused);
    for (const message of [{}, null, { on: 'yes' }, { on: true, more: 1 }]) {
      expect(await phone.ask('slide:follow', message)).toMatchObject({
        error: { name: 'bad-message' },
      });
    }
  });
});
