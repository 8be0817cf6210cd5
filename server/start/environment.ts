import { hostname, networkInterfaces } from 'node:os';
import type { BlockList } from 'node:net';
import { MOST_KEPT_DAYS, readKeptDays } from '../../src/lib/kept-days.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { readProxies } from '../http/trusted-proxies.ts';

/** The settings of the process. */
export interface Environment {
  readonly port: number;
  readonly host: string | undefined;
  readonly dataDir: string;
  /** The folder of the decks, one folder each. */
  readonly decksDir: string;
  /** null: make one, and keep it in the data folder. */
  readonly presenterKey: string | null;
  /** The address in QR codes, without a slash at its end. null: this machine's on the LAN. */
  readonly publicUrl: string | null;
  /** The days for which sessions are kept at most. null: any time. */
  readonly keepDays: number | null;
  /** The address of a PostgreSQL database that several nodes may share. null: a file in the data folder. */
  readonly databaseUrl: string | null;
  /** The reverse proxies on other machines that are believed about the addresses of clients. */
  readonly trustedProxies: BlockList | null;
  /** The name of this node, as others and metrics show it. */
  readonly nodeName: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

const SHORTEST_KEY = 8;

const NODE_NAME = /^[\w.:-]{1,64}$/;

/** Reads the environment variables that docs/architecture.md lists; fails with a message about a wrong one. */
export function readEnvironment(variables: Variables): Result<Environment, string> {
  const port = Number(variables['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return failure(`PORT must be a number from 0 to 65535, not "${variables['PORT']}".`);
  }
  const key = variables['PRESENTER_KEY'] || null;
  if (key !== null && key.length < SHORTEST_KEY) {
    return failure(`PRESENTER_KEY must have at least ${SHORTEST_KEY} characters.`);
  }
  const publicUrl = variables['PUBLIC_URL'] || null;
  if (publicUrl !== null && !isWebAddress(publicUrl)) {
    return failure(
      `PUBLIC_URL must be an address like https://plenary.example, not "${publicUrl}".`,
    );
  }
  const several = readSeveral(variables, port);
  if (!several.ok) return several;
  const keep = variables['KEEP'] || null;
  const keepDays = keep === null ? null : readKeptDays(keep);
  if (keep !== null && keepDays === null) {
    return failure(
      `KEEP must be a number of days from 1d to ${MOST_KEPT_DAYS}d, as in KEEP=90d, not "${keep}".`,
    );
  }
  return success({
    port,
    host: variables['HOST'] || undefined,
    dataDir: variables['DATA_DIR'] || './data',
    decksDir: decksDir(variables),
    presenterKey: key,
    publicUrl: publicUrl?.replace(/\/+$/, '') ?? null,
    keepDays,
    ...several.value,
  });
}

/** The settings of one of several nodes, which listens at this port. */
function readSeveral(
  variables: Variables,
  port: number,
): Result<Pick<Environment, 'databaseUrl' | 'trustedProxies' | 'nodeName'>, string> {
  const databaseUrl = variables['DATABASE_URL'] || null;
  if (databaseUrl !== null && !isPostgresAddress(databaseUrl)) {
    return failure(
      'DATABASE_URL must be the address of a PostgreSQL database, as in postgres://user:password@host/plenary.',
    );
  }
  const nodeName = variables['NODE_NAME'] || `${hostname()}:${port === 0 ? process.pid : port}`;
  if (!NODE_NAME.test(nodeName)) {
    return failure('NODE_NAME must have 1 to 64 letters, digits, dots, colons and hyphens.');
  }
  const proxies = variables['TRUSTED_PROXIES'] || null;
  const trustedProxies = proxies === null ? null : readProxies(proxies);
  if (proxies !== null && trustedProxies === null) {
    return failure(
      `TRUSTED_PROXIES must be addresses or networks, as in 10.0.0.5 or 10.0.0.0/8, with commas between them, not "${proxies}".`,
    );
  }
  return success({ databaseUrl, trustedProxies, nodeName });
}

/** The folder of the decks. */
export function decksDir(variables: Variables): string {
  return variables['DECKS_DIR'] || './slides';
}

/** The host that others reach this machine by, where it listens on `host`. */
export function reachableHost(host: string | undefined): string {
  const everywhere = host === undefined || host === '0.0.0.0' || host === '::';
  if (everywhere) return lanAddress();
  return host.includes(':') ? `[${host}]` : host;
}

/** This machine's first address on a local network, or localhost where it has none. */
function lanAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((addressList) => addressList ?? []);
  return (
    addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? 'localhost'
  );
}

function isPostgresAddress(text: string): boolean {
  return URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
