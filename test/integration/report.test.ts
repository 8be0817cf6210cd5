import { getElementsByTagName } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from './client.ts';
import { KEY, RunningServer } from './running-server.ts';

const HOSTILE = '<script>alert(1)</script>"><img src=https://a.example/x onerror=alert(2)>';
const DECK = `---
title: Room & <b>board</b>
lang: en
channels: [questions]
---

# Welcome

---

\`\`\`poll
id: tea
question: '${HOSTILE}'
options: ['</style><script>', 'No']
\`\`\`

---

\`\`\`open-text
id: pain
question: What hurts?
\`\`\`
`;

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
  await server.rewriteDeck(DECK);
});
afterAll(() => server.stop());

async function signedIn(): Promise<string> {
  const response = await server.api('POST', '/sign-in', { key: KEY }, null);
  return response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
}

const page = (code: string, headers: Record<string, string> = {}, query = '') =>
  fetch(`${server.url}/s/${code}/report${query}`, { headers, redirect: 'manual' });
const file = (code: string, key: string | null = KEY) =>
  server.api('GET', `/sessions/${code}/report.html`, undefined, key);

/** A session of which attendees wrote what is hostile, as did the deck's author. */
async function played(): Promise<string> {
  const code = await server.session();
  const presenter = await Client.console(server.url, code);
  const phone = await Client.attendee(server.url, code);
  await presenter.show(1);
  await phone.answer('tea', { choices: [0], other: null });
  await presenter.show(2);
  await phone.answer('pain', { choice: null, text: HOSTILE });
  await phone.answer('questions', { asked: ['Who pays?'], votes: [] });
  for (const [activity, key] of [
    ['pain', `:${HOSTILE}`],
    ['questions', ':Who pays?'],
  ] as const) {
    await presenter.ask('activity:control', { activity, control: { approve: key } });
  }
  await presenter.ask('activity:control', {
    activity: 'questions',
    control: { answer: ':Who pays?' },
  });
  await server.api('POST', `/sessions/${code}/name`, { name: `For ${HOSTILE}` });
  presenter.close();
  phone.close();
  return code;
}

describe('[X11] the file of a report', () => {
  it('has no script and no address, and says in words all that was written', async () => {
    const code = await played();
    const response = await file(code);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="plenary-small-${code}-report.html"`,
    );
    const html = await response.text();
    expect(html).toMatch(/^<!doctype html>\n<html/);
    const elements = getElementsByTagName('*', parseDocument(html));
    const kinds = new Set(elements.map(({ name }) => name));
    for (const kind of ['script', 'img', 'link', 'iframe', 'object', 'form', 'base']) {
      expect(kinds).not.toContain(kind);
    }
    const attributes = elements.flatMap(({ attribs }) => Object.entries(attribs));
    expect(attributes.filter(([name]) => /^(?:src|srcset|action|on.*)$/.test(name))).toEqual([]);
    const targets = attributes.filter(([name]) => name === 'href').map(([, to]) => to);
    expect(targets.filter((to) => !to.startsWith('#'))).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|@font-face/);
    expect(html).toContain('&lt;script>alert(1)&lt;/script>&quot;>&lt;img src=https://a.example/x');
    expect(html).toContain('&lt;/style>&lt;script>');
    expect(html).toContain('Room &amp; &lt;b>board&lt;/b>');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toMatch(/<th scope="row">Who pays\?<\/th><td>1<\/td><td>Yes<\/td>/);
    // Its styles are in it, those of the charts, too.
    expect(html).toMatch(/\.bar-leading \.bar-fill\s*\{/);
  });

  it('may load and run nothing, wherever it is put', async () => {
    const code = await played();
    const response = await file(code);
    const inFile = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(
      await response.text(),
    )?.[1];
    expect(inFile).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    );
    const cookie = await signedIn();
    for (const answer of [response, await page(code, { Cookie: cookie })]) {
      expect(answer.headers.get('Content-Security-Policy')).toBe(
        `${inFile}; frame-ancestors 'none'`,
      );
    }
  });
});

describe('[X12] a report', () => {
  it('is on a page for those who are signed in, with a link to the file', async () => {
    const code = await played();
    const response = await page(code, { Cookie: await signedIn() }, '?zone=Asia%2FTokyo');
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const html = await response.text();
    expect(html).toContain(`href="/api/v1/sessions/${code}/report.html?zone=Asia%2FTokyo"`);
    expect(html).toMatch(/GMT\+9 · Still running/);
    const elsewhere = await page(code, { Cookie: await signedIn() }, '?zone=<b>Nowhere');
    expect(await elsewhere.text()).toContain(`href="/api/v1/sessions/${code}/report.html"`);
  });

  it('is told to nobody without the key, who is led to the page that asks for it', async () => {
    const code = await played();
    for (const cookie of ['', 'plenary-presenter=1.wrong']) {
      const response = await page(code, { Cookie: cookie });
      expect(response.status).toBe(302);
      expect(response.headers.get('Location')).toBe(`/s/${code}/results`);
      expect(await response.text()).toBe('');
    }
    expect((await file(code, null)).status).toBe(401);
    expect((await file(code, 'wrong')).status).toBe(401);
    expect(await (await file('999999')).json()).toMatchObject({ error: { name: 'unknown-code' } });
  });
});
