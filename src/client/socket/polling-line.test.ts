import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pollingLine } from './polling-line.ts';

const LARGEST_BODY = 100;
const GREETING = `0{"sid":"abc","maxPayload":${LARGEST_BODY}}`;

interface Asked {
  readonly url: string;
  readonly body: string | null;
  readonly signal: AbortSignal | null | undefined;
  answer(body: string, status?: number): Promise<void>;
}

let asked: Asked[] = [];
beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', (url: string, { body, signal }: RequestInit) => {
    const { promise, resolve } = promised<Response>();
    const answer = async (text: string, status = 200): Promise<void> => {
      resolve(new Response(text, { status }));
      await new Promise(setImmediate);
    };
    asked.push({ url, body: typeof body === 'string' ? body : null, signal, answer });
    return promise;
  });
});
afterEach(() => vi.unstubAllGlobals());

async function opened() {
  const told: string[] = [];
  const line = pollingLine({
    packet: (packet) => told.push(packet),
    closed: () => told.push('closed'),
  });
  await asked[0]?.answer(GREETING);
  return { line, told };
}

const posts = (): Asked[] => asked.filter(({ body }) => body !== null);
const polls = (): Asked[] => asked.filter(({ body }) => body === null);

describe('long polling', () => {
  it('asks again for what the server says, as soon as it has said something', async () => {
    const { told } = await opened();
    expect(polls().at(-1)?.url).toMatch(/&sid=abc$/);
    await polls().at(-1)?.answer('40{"sid":"t"}\u001E2');
    expect(told).toEqual([GREETING, '40{"sid":"t"}', '2']);
    expect(polls()).toHaveLength(3);
  });

  it('sends one body after the other, and none that is larger than the server takes', async () => {
    const { line } = await opened();
    line.send('first');
    for (const letter of ['a', 'b', 'c', 'd']) line.send(letter.repeat(14));
    line.send('e'.repeat(LARGEST_BODY));
    const bodies: (string | null)[] = [];
    while (posts().length > bodies.length) {
      const post = posts().at(-1);
      bodies.push(post?.body ?? null);
      expect(posts()).toHaveLength(bodies.length);
      await post?.answer('ok');
    }
    expect(bodies).toEqual([
      'first',
      `${'a'.repeat(14)}\u001E${'b'.repeat(14)}`,
      `${'c'.repeat(14)}\u001E${'d'.repeat(14)}`,
      'e'.repeat(LARGEST_BODY),
    ]);
  });

  it('is gone when the server does not know it any more, and says so once', async () => {
    const { line, told } = await opened();
    line.send('lost');
    await posts()[0]?.answer('{"code":1}', 400);
    await polls().at(-1)?.answer('{"code":1}', 400);
    expect(told).toEqual([GREETING, 'closed']);
  });

  it('takes its leave of the server, and hears nothing more', async () => {
    const { line, told } = await opened();
    line.close();
    expect(polls().at(-1)?.signal?.aborted).toBe(true);
    expect(posts().map(({ body }) => body)).toEqual(['1']);
    await polls().at(-1)?.answer('2');
    expect(told).toEqual([GREETING]);
  });
});

function promised<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
