import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { ensureChromium } from '../gate/chromium.mjs';
import { PlenaryProcess } from '../e2e/plenary-process.ts';
import { Client } from '../integration/client.ts';

/** A file that a page loaded. */
export interface LoadedFile {
  /** Its path, without the hash in its name. */
  readonly name: string;
  /** Of the body, as it came over the wire: compressed, without headers. */
  readonly bytes: number;
  readonly encoding: string;
}

/** Times of painting, in milliseconds after the request of the page. */
interface Paints {
  /** The first text. */
  readonly firstMs: number;
  /** The largest text so far, as Chromium judges it; it is the question once that is there. */
  readonly largestMs: number;
  /** The first option of the question that is open. */
  readonly questionMs: number;
}

export interface PageFigures {
  readonly files: readonly LoadedFile[];
  /** All bodies that the page loads until the first poll can be answered. */
  readonly brotliBytes: number;
  readonly lcpMs: number;
  readonly paints: Paints;
}

const DECK = 'test/fixtures/decks/room';
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** 400 ms there and back, 1.6 Mbit/s down and 0.75 up: DevTools' "slow 4G", but slower to answer. */
const SLOW = {
  offline: false,
  latency: 400,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
/** Of so many loads the one counts that the machine disturbed least. */
const LOADS = 3;

/**
 * Measures the files that an attendee's phone loads, and its times of painting: on a new phone, in a
 * session with its first poll open. It needs a build, and Chromium or Chrome.
 */
export async function measurePage(): Promise<PageFigures> {
  const executablePath = await ensureChromium();
  if (executablePath === null) throw new Error('This needs Chromium; CHROME_PATH names one.');
  const plenary = await PlenaryProcess.start([DECK]);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const code = await plenary.session('room');
    const presenter = await Client.console(plenary.url, code);
    await presenter.show(1);
    presenter.close();
    const url = `${plenary.url}/j/${code}`;
    const files = await weighPage(browser, url);
    const loads: Paints[] = [];
    for (let load = 0; load < LOADS; load += 1) loads.push(await timePaints(browser, url));
    const [paints] = loads.sort((one, other) => one.largestMs - other.largestMs);
    if (paints === undefined) throw new Error('Nothing was loaded');
    return { files, brotliBytes: totalBytes(files), lcpMs: paints.largestMs, paints };
  } finally {
    await browser.close();
    await plenary.stop();
  }
}

/** Loads a page on a new phone until its poll can be answered, and returns the files loaded by then. */
export async function weighPage(browser: Browser, url: string): Promise<LoadedFile[]> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const finished: Request[] = [];
  page.on('requestfinished', (request) => finished.push(request));
  await page.addInitScript(noteQuestion);
  await page.goto(url);
  await untilAsked(page);
  const asked = await page.waitForFunction(() => {
    const [mark] = performance.getEntriesByName('question');
    return mark && performance.timeOrigin + mark.startTime;
  });
  const askedAt = (await asked.jsonValue()) ?? 0;
  // Requests still open now do not delay the question, so they are not waited for.
  const before = finished.filter((request) => request.timing().startTime < askedAt);
  const files = await Promise.all(before.map(fileOf));
  await context.close();
  return files;
}

export function totalBytes(files: readonly LoadedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function timePaints(browser: Browser, url: string): Promise<Paints> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', SLOW);
  await page.addInitScript(noteQuestion);
  await page.goto(url, { waitUntil: 'commit' });
  await untilAsked(page);
  const paints = await page.evaluate(readPaints);
  await context.close();
  return paints;
}

function untilAsked(page: Page): Promise<void> {
  return page.locator('.choices button').first().waitFor();
}

async function fileOf(request: Request): Promise<LoadedFile> {
  const response = await request.response();
  const { responseBodySize } = await request.sizes();
  const name = new URL(request.url()).pathname.replace(/-[\w-]{8}(?=\.\w+$)/, '');
  const encoding = response?.headers()['content-encoding'] ?? 'none';
  return { name, bytes: responseBodySize, encoding };
}

/** Runs in the page: marks when the first option is drawn. */
function noteQuestion(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('.choices button') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => performance.mark('question'));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in the page, which has to draw the question before that is noted as its largest text. */
async function readPaints(): Promise<Paints> {
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
  const largestMs = await new Promise<number>((found) => {
    const seen = (list: PerformanceObserverEntryList): void =>
      found(list.getEntries().at(-1)?.startTime ?? Number.NaN);
    new PerformanceObserver(seen).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  const at = (name: string): number =>
    performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
  return { firstMs: at('first-contentful-paint'), largestMs, questionMs: at('question') };
}

if (process.argv[1]?.endsWith('page-weight.ts') === true) {
  const { files, brotliBytes, paints } = await measurePage();
  for (const { name, bytes, encoding } of files) {
    process.stdout.write(`${String(bytes).padStart(7)} B  ${encoding.padEnd(5)} ${name}\n`);
  }
  process.stdout.write(`${String(brotliBytes).padStart(7)} B  in ${files.length} files\n`);
  const [first, largest, question] = [paints.firstMs, paints.largestMs, paints.questionMs].map(
    (ms) => `${(ms / 1000).toFixed(2)} s`,
  );
  process.stdout.write(`first paint ${first}, largest ${largest}, question ${question}\n`);
}
