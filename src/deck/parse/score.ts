import type { FenceReader } from '../../activities/fence-reader.ts';
import type { Scoring } from '../deck.ts';

const NAMES = ['none', 'made-up', 'chosen'] as const;
const KEYS = ['speed', 'names', 'teams', 'deal'];
const TEAMS = [2, 8] as const;
/** In characters: longer ones are cut on a board. */
const LONGEST_TEAM = 30;

/**
 * Reads `score: true`, or a mapping of `speed`, `names`, `teams` and `deal`; null where answers give no
 * points.
 */
export function readScoring(reader: FenceReader): Scoring | null {
  const written = reader.raw('score');
  if (written === undefined || written === null || written === false) return null;
  const plain: Scoring = { speed: false, names: 'none', teams: [], deal: false };
  if (written === true) return plain;
  const { speed, names, teams, deal } = reader.mappingAt(['score'], written, KEYS);
  const scoring = {
    speed: readFlag(reader, 'speed', speed),
    names: readNames(reader, names),
    teams: teams === undefined ? [] : readTeams(reader, teams),
    deal: readFlag(reader, 'deal', deal),
  };
  if (scoring.deal && teams === undefined) {
    reader.problem(['score', 'deal'], '"deal" needs "teams", as in teams: [North, South]');
  }
  return scoring;
}

function readFlag(reader: FenceReader, key: string, written: unknown): boolean {
  if (written === undefined || typeof written === 'boolean') return written ?? false;
  reader.problem(['score', key], `"${key}" must be true or false`);
  return false;
}

function readNames(reader: FenceReader, written: unknown): Scoring['names'] {
  if (written === undefined) return 'none';
  const found = NAMES.find((name) => name === written);
  if (found === undefined) {
    reader.problem(['score', 'names'], `"names" must be ${NAMES.join(', ')}`);
  }
  return found ?? 'none';
}

function readTeams(reader: FenceReader, written: unknown): string[] {
  const path = ['score', 'teams'];
  const teams = reader
    .listAt(path, written, ...TEAMS)
    .map((team, index) => reader.entryAt([...path, index], team));
  reader.distinctAt(path, teams);
  for (const [index, team] of teams.entries()) {
    if ([...team].length <= LONGEST_TEAM) continue;
    const message = `The name of a team has at most ${LONGEST_TEAM} characters`;
    reader.problem([...path, index], message);
  }
  return teams;
}
