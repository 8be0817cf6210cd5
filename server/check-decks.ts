import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { reportDeck } from './deck-report.ts';

const SLIDES = 'slides';

const named = process.argv.slice(2);
const folders = named.length > 0 ? named : await everyDeck();
const reports = await Promise.all(folders.map(reportDeck));
for (const { lines } of reports) process.stdout.write(`${lines.join('\n')}\n`);
if (reports.length === 0) process.stdout.write(`There is no deck in ${SLIDES}/.\n`);
process.exitCode = reports.length > 0 && reports.every((report) => report.presentable) ? 0 : 1;

async function everyDeck(): Promise<string[]> {
  const entries = await readdir(SLIDES, { withFileTypes: true }).catch(() => []);
  const decks = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return decks.sort().map((name) => join(SLIDES, name));
}
