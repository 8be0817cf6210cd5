// npm run log -- verify|export FILE …: checks and exports sessions from a database file that no
// server has open. Exit code 0: all is well; 1: something is wrong with the file; 2: wrong arguments.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { OfflineFile } from '../storage/offline/offline-file.ts';
import { exportSession, type ExportFormat } from '../storage/offline/export.ts';
import { verify } from '../storage/offline/verify.ts';

const USAGE = `  npm run log -- verify FILE [--session CODE]
  npm run log -- export FILE [--session CODE] [--format csv|json] [--to RESULTS]

  FILE is a copy of plenary.db, with plenary.db-wal beside it if there was one.`;

interface Options {
  readonly command: 'verify' | 'export';
  readonly file: string;
  readonly session: string | null;
  readonly format: ExportFormat;
  /** The file to write to; null for the terminal. */
  readonly to: string | null;
}

const options = readArguments(process.argv.slice(2));
process.exitCode = typeof options === 'string' ? complain(options, 2) : await answer(options);

async function answer({ file, ...what }: Options): Promise<number> {
  const opened = await OfflineFile.open(file);
  if (!opened.ok) return complain(opened.error, 2);
  const offline = opened.value;
  try {
    return await (what.command === 'verify' ? check(offline, what) : save(offline, what));
  } finally {
    await offline.close();
  }
}

async function check(offline: OfflineFile, { session }: Pick<Options, 'session'>): Promise<number> {
  const { sound, lines } = await verify(offline, session);
  process.stdout.write(`${lines.join('\n')}\n`);
  return sound ? 0 : 1;
}

async function save(
  offline: OfflineFile,
  { session, format, to }: Pick<Options, 'session' | 'format' | 'to'>,
): Promise<number> {
  const { codes } = await offline.sessions();
  const [only, ...others] = codes;
  const code = session ?? (others.length === 0 ? only : undefined);
  if (code === undefined) {
    if (codes.length === 0) return complain('No session can be found in this file.', 1);
    return complain(`Name one of its sessions with --session: ${codes.join(', ')}`, 2);
  }
  const exported = await exportSession(offline, code, format);
  if (!exported.ok) return complain(exported.error, 1);
  const { text, missing } = exported.value;
  if (to === null) process.stdout.write(text);
  else await writeFile(to, text);
  return missing === null ? 0 : complain(missing, 1);
}

function complain(message: string, code: number): number {
  process.stderr.write(`${message}\n`);
  return code;
}

/** The parsed arguments; else the usage. */
function readArguments(args: string[]): Options | string {
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
    const { session = null, format, to = null } = values;
    const known = command === 'verify' || command === 'export';
    if (!known || file === undefined || rest.length > 0) return `Ask like this:\n\n${USAGE}`;
    if (format !== 'csv' && format !== 'json') return `--format is csv or json, not "${format}".`;
    return { command, file, session, format, to };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `${reason}\n\n${USAGE}`;
  }
}
