import { failure, type Result, success } from '../../../src/lib/result.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The options of a rehearsal. */
export interface Plan {
  readonly attendees: number;
  /** The origin of the server: scheme, host and port, without a slash at its end. */
  readonly url: string;
  readonly deck: string;
  readonly minutes: number;
}

/** A plan, and the key if it was named beside it. */
export interface ParsedArguments {
  readonly plan: Plan;
  readonly key: string | null;
}

export const usage = `npm run rehearse -- [--attendees 50] [--url http://localhost:3000] [--key KEY] [--deck pioneers] [--minutes 3]

  --attendees  how many simulated phones take part
  --url        the address of the running server, as the room will reach it
  --key        the presenter's key; else PRESENTER_KEY, else presenter.key in DATA_DIR or ./data
  --deck       the folder of the deck in slides/
  --minutes    how long the rehearsal may take altogether, from 1 on`;

const MOST_ATTENDEES = 5_000;
const MOST_MINUTES = 120;

/** Reads the arguments after the program's name; else what is wrong, in words. */
export function readPlan(args: readonly string[]): Result<ParsedArguments, string> {
  const given = readOptions(args);
  if (!given.ok) return given;
  const { attendees = '50', url = 'http://localhost:3000', key, deck = 'pioneers' } = given.value;
  const { minutes = '3' } = given.value;
  const count = Number(attendees);
  if (!Number.isInteger(count) || count < 1 || count > MOST_ATTENDEES) {
    return failure(`--attendees must be a number from 1 to ${MOST_ATTENDEES}, not "${attendees}".`);
  }
  const duration = Number(minutes);
  if (!(duration >= 1 && duration <= MOST_MINUTES)) {
    return failure(`--minutes must be a number from 1 to ${MOST_MINUTES}, not "${minutes}".`);
  }
  const origin = originOf(url);
  if (origin === null) {
    return failure(`--url must be an address like https://plenary.example, not "${url}".`);
  }
  const plan = { attendees: count, url: origin, deck, minutes: duration };
  return success({ plan, key: key ?? null });
}

const names = ['attendees', 'url', 'key', 'deck', 'minutes'] as const;
type Options = Partial<Record<(typeof names)[number], string>>;

function readOptions(args: readonly string[]): Result<Options, string> {
  const given: Options = {};
  for (let place = 0; place < args.length; place += 2) {
    const [option = '', value] = args.slice(place, place + 2);
    const name = names.find((known) => `--${known}` === option);
    if (name === undefined) return failure(`"${option}" is not an option.`);
    if (value === undefined || value === '' || value.startsWith('--')) {
      return failure(`${option} needs a value.`);
    }
    given[name] = value;
  }
  return success(given);
}

/** null where it is no address of the web, or one with a path: Plenary serves at the root. */
function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, pathname, origin } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && pathname === '/' ? origin : null;
}

/** The places where a key may be found. */
type Variables = Readonly<Record<string, string | undefined>>;

/** The key from the environment, or that of a server on this machine; null where there is none. */
export async function findKey(variables: Variables): Promise<string | null> {
  const named = variables['PRESENTER_KEY'];
  if (named !== undefined && named !== '') return named;
  try {
    const file = join(variables['DATA_DIR'] || './data', 'presenter.key');
    return (await readFile(file, 'utf8')).trim() || null;
  } catch {
    return null;
  }
}

export const keyHelp =
  "The presenter's key is needed. It stands in the Presenter link that the server printed when it " +
  'started, after "#key=", and in presenter.key in its data folder. Give it with --key KEY, or as ' +
  'PRESENTER_KEY in the environment.';
