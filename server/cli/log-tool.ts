// npm run log -- verify|export FILE …: checks and exports sessions from a database file that no
// server has open. npm run log -- copy FROM TO: copies sessions between a file and PostgreSQL. Exit code 0: all is
// well; 1: something is wrong; 2: wrong arguments.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { resultsJson } from '../../src/session/results-json.ts';
import { resultRows } from '../../src/session/result-rows.ts';
import { resultsCsv } from '../http/results-csv.ts';
import { audit, type Audit } from '../storage/offline/audit.ts';
import { OfflineDatabase } from '../storage/offline/offline-database.ts';
import { copyCommand } from './log-copy.ts';

const USAGE = `  npm run log -- verify FILE [--session CODE]
  npm run log -- export FILE [--session CODE] [--format csv|json] [--to RESULTS]
  npm run log -- copy FROM TO [--session CODE]

  FILE is a copy of plenary.db, with plenary.db-wal beside it if there was one. FROM and TO are each
  a plenary.db or the address of a PostgreSQL database, postgres://….`;

const ADVICE = `Not sound.
Keep this file as it is. This saves the part of a session that can be read:
  npm run log -- export FILE --session CODE --to results.csv
To present on, restore a backup: docs/backups.md.`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  if (args[0] === 'copy') {
    return copyCommand(args.slice(1), (line) => process.stdout.write(`${line}\n`));
  }
  const options = readArguments(args);
  if (options === null) return complain(`Usage:\n\n${USAGE}`, 2);
  const opened = await OfflineDatabase.open(options.file);
  if (!opened.ok) return complain(opened.error, 2);
  try {
    return await (options.command === 'verify' ? verify : save)(opened.value, options);
  } finally {
    await opened.value.close();
  }
}

type Options = NonNullable<ReturnType<typeof readArguments>>;

/** The parsed arguments; null where they are wrong. */
function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        session: { type: 'string' },
        format: { type: 'string', default: 'csv' },
        to: { type: 'string' },
      },
    });
    const [command, file, ...rest] = positionals;
    const known = command === 'verify' || command === 'export';
    const isUsable = known && rest.length === 0 && ['csv', 'json'].includes(values.format);
    return isUsable && file !== undefined ? { command, file, ...values } : null;
  } catch {
    return null;
  }
}

async function verify(database: OfflineDatabase, { session }: Options): Promise<number> {
  const problems = await database.problems();
  const { items: codes, broken } =
    session === undefined ? await database.sessions() : { items: [session], broken: false };
  const lines = [...problems];
  let isSound = problems.length === 0 && !broken;
  for (const code of codes) {
    const { errors, ...audited } = await auditSession(database, code);
    isSound &&= errors.length === 0;
    lines.push(`${code}  ${errors.length === 0 ? 'sound' : 'NOT SOUND'}  ${countsOf(audited)}`);
    lines.push(...errors.map((error) => `  ${error}`));
    lines.push(...audited.notes.map((note) => `  note: ${note}`));
  }
  if (broken) lines.push('Other sessions cannot be found. Name them with --session CODE.');
  else if (codes.length === 0) lines.push('There is no session in it.');
  process.stdout.write(`${[...lines, isSound ? 'Sound.' : ADVICE].join('\n')}\n`);
  return isSound ? 0 : 1;
}

async function save(database: OfflineDatabase, { session, format, to }: Options): Promise<number> {
  const { items: codes } = await database.sessions();
  const code = session ?? (codes.length < 2 ? codes[0] : undefined);
  if (code === undefined) {
    if (codes.length === 0) return complain('No session can be found in this file.', 1);
    return complain(`Name one of its sessions with --session: ${codes.join(', ')}`, 2);
  }
  const { errors, sound, state } = await auditSession(database, code);
  if (state === null) return complain(`Session ${code} cannot be exported: ${errors[0]}.`, 1);
  const pieces = format === 'csv' ? resultsCsv(resultRows(state)) : resultsJson(state);
  if (to !== undefined) await writeFile(to, pieces);
  else for (const piece of pieces) process.stdout.write(piece);
  // Damage elsewhere in the file takes nothing from this session.
  const problem = errors[0] ?? database.lostWords;
  if (problem === null) return 0;
  return complain(
    `Not all of session ${code}: its first ${sound.length} facts are in it; ${problem}.`,
    1,
  );
}

async function auditSession(database: OfflineDatabase, code: string): Promise<Audit> {
  const { items: rows, broken } = await database.facts(code);
  const audited = audit(code, rows);
  const errors = [...audited.errors];
  if (broken) errors.push(`nothing after fact ${rows.at(-1)?.seq ?? 0} can be read`);
  else if (rows.length === 0) errors.push(`there is no session ${code} in the file`);
  return { ...audited, errors };
}

/** The counts of the sound facts. */
function countsOf({ sound, state }: Pick<Audit, 'sound' | 'state'>): string {
  if (state === null) return '0 facts';
  const answers = sound.flatMap(({ fact }) => (fact.type === 'answer:given' ? [fact] : []));
  const attendees = new Set(answers.map(({ attendee }) => attendee)).size;
  const times = [state.startedAt, state.at].map((at) => new Date(at).toISOString());
  return `"${state.deck.title}", ${sound.length} facts, ${answers.length} answers of ${attendees} attendees, ${times.join(' to ')}`;
}

function complain(message: string, code: number): number {
  process.stderr.write(`${message}\n`);
  return code;
}
