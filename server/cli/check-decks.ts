import { join } from 'node:path';
import { reportDeck } from '../decks/deck-report.ts';
import { deckNames } from '../decks/read-deck.ts';
import { decksDir } from '../start/environment.ts';

const decks = decksDir(process.env);

const named = process.argv.slice(2);
const every = (await deckNames(decks)).map((name) => join(decks, name));
const folders = named.length > 0 ? named : every;
const reports = await Promise.all(folders.map(reportDeck));
for (const { lines } of reports) process.stdout.write(`${lines.join('\n')}\n`);
if (reports.length === 0) process.stdout.write(`There is no deck in ${decks}.\n`);
process.exitCode = reports.length > 0 && reports.every((report) => report.presentable) ? 0 : 1;
