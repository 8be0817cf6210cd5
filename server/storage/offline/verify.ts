import type { StoredFact } from '../../../src/session/facts.ts';
import { audit, type Audit, type Finding } from './audit.ts';
import type { OfflineFile } from './offline-file.ts';

/** The findings of `npm run log -- verify`. */
export interface Verified {
  readonly sound: boolean;
  /** For the person in charge, a line each. */
  readonly lines: readonly string[];
}

const ADVICE = [
  'Keep this file as it is. What can be read of a session, this saves:',
  '  npm run log -- export FILE --session CODE --to results.csv',
  'To present on, restore a backup: docs/backups.md.',
];

/** Checks the file, and all its sessions or the one that is named. */
export async function verify(offline: OfflineFile, only: string | null): Promise<Verified> {
  const file = await verifyFile(offline);
  const found = await offline.sessions();
  const codes = only === null ? found.codes : [only];
  const sessions: Verified[] = [];
  for (const code of codes) sessions.push(await verifySession(offline, code));
  const unlisted = only === null && found.broken;
  const none = only === null && !found.broken && codes.length === 0;
  const sound = file.sound && !unlisted && sessions.every((session) => session.sound);
  return {
    sound,
    lines: [
      ...file.lines,
      ...sessions.flatMap(({ lines }) => lines),
      ...(unlisted ? ['Not every session could be found. Name others with --session CODE.'] : []),
      ...(none ? ['There is no session in it.'] : []),
      ...(sound ? ['Sound.'] : ['Not sound.', ...ADVICE]),
    ],
  };
}

async function verifyFile(offline: OfflineFile): Promise<Verified> {
  const damage = await offline.damage();
  const lines = damage.map((line) => `The file is damaged: ${line}`);
  if (damage.length === 0 && !(await offline.isLog())) {
    lines.push('The file is a database, but none of Plenary.');
  }
  if (offline.lost > 0) {
    lines.push(
      `The file beside it (-wal) is damaged: the last ${offline.lost} commits in it cannot be read.`,
    );
  }
  return { sound: lines.length === 0, lines };
}

async function verifySession(offline: OfflineFile, code: string): Promise<Verified> {
  const { rows, broken } = await offline.facts(code);
  const audited = audit(code, rows);
  const wrong = audited.wrong.map(inWords);
  if (broken) wrong.push(`nothing after fact ${rows.at(-1)?.seq ?? 0} can be read`);
  if (!broken && rows.length === 0) wrong.push('there is no such session in the file');
  const head = `${code}  ${wrong.length === 0 ? 'sound' : 'NOT SOUND'}  ${countsOf(audited)}`;
  const notes = audited.odd.map((finding) => `note: ${inWords(finding)}`);
  return {
    sound: wrong.length === 0,
    lines: [head, ...[...wrong, ...notes].map((line) => `  ${line}`)],
  };
}

function inWords({ seq, message }: Finding): string {
  return `fact ${seq} ${message}`;
}

/** The counts of a session's facts, as far as they are sound. */
function countsOf({ sound }: Audit): string {
  const [first] = sound;
  const answers = sound.flatMap(({ fact }) => (fact.type === 'answer:given' ? [fact] : []));
  const attendees = new Set(answers.map(({ attendee }) => attendee)).size;
  const counts = `${sound.length} facts, ${answers.length} answers of ${attendees} attendees`;
  if (first?.fact.type !== 'session:started') return counts;
  return `"${first.fact.deck.title}", ${counts}, ${timeOf(first)} to ${timeOf(sound.at(-1) ?? first)}`;
}

function timeOf({ at }: StoredFact): string {
  return new Date(at).toISOString();
}
