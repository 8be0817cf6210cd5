import type { IncomingMessage } from 'node:http';
import { parse as parseCookies } from 'hono/utils/cookie';
import { readHandshake, type Handshake } from '../../src/protocol/schemas.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { clientAddress } from '../http/client-address.ts';
import { newToken, attendeeOf } from './attendee-token.ts';
import type { Identity } from '../transport/socket-types.ts';
import { loadSheddingError, type Load } from '../limits/load-shedding.ts';
import type { BruteForceLimiter } from './brute-force-limiter.ts';
import type { PresenterKey } from './presenter-key.ts';
import type { LiveSession } from '../live/live-session.ts';
import type { SessionRegistry } from '../live/session-registry.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

/** The cookie of a browser that is signed in with the presenter key. */
export const PRESENTER_COOKIE = 'plenary_presenter';

/** The dependencies of `authenticate`. */
export interface AuthDeps {
  readonly registry: SessionRegistry;
  readonly key: PresenterKey;
  readonly wrongCodes: BruteForceLimiter;
  readonly wrongKeys: BruteForceLimiter;
  readonly now: () => number;
  readonly load: Load;
}

export interface Authenticated {
  readonly session: LiveSession;
  readonly identity: Identity;
}

/** Authenticates a connection; returns its session and identity, or the reason of the refusal. */
export async function authenticate(
  deps: AuthDeps,
  request: IncomingMessage,
  auth: unknown,
): Promise<Result<Authenticated, WireError>> {
  const handshake = readHandshake(auth);
  if (!handshake.ok) return handshake;
  const wait = handshake.value.role === 'attendee' ? loadSheddingError(deps.load) : null;
  if (wait !== null) return failure(wait);
  const address = clientAddress(request);
  const presenter = await hasPresenterKey(deps, request, handshake.value.key, address);
  if (!presenter.ok) return presenter;
  const found = presenter.value
    ? await loadSession(deps.registry, handshake.value.code)
    : await findSessionInTurn(deps, handshake.value, address);
  if (!found.ok) return found;
  if (found.value === null) return failure(unknownCode(handshake.value.code));
  if (handshake.value.role === 'console' && !presenter.value) {
    return failure({ name: 'key-needed', message: 'Sign in with the presenter key first.' });
  }
  const session = found.value;
  addressesOf(session).add(address);
  return success({ session, identity: identityOf(handshake.value, session, presenter.value) });
}

// The addresses from which somebody has joined each session, the presenter included.
const knownAddresses = new WeakMap<LiveSession, Set<string>>();

function addressesOf(session: LiveSession): Set<string> {
  const addresses = knownAddresses.get(session) ?? new Set();
  knownAddresses.set(session, addresses);
  return addresses;
}

/** Finds an open session at once; other codes may be guesses, and are looked up one at a time. */
function findSessionInTurn(
  deps: AuthDeps,
  handshake: Handshake,
  address: string,
): Promise<Result<LiveSession | null, WireError>> {
  const find = () => findSession(deps, handshake, address);
  return deps.registry.isOpen(handshake.code) ? find() : deps.wrongCodes.runExclusive(find);
}

/**
 * Finds the session of a code. After too many wrong codes from an address, success would confirm a guess:
 * then only a token of the session is accepted, or an address from which somebody has joined already,
 * as in a hall behind one router.
 */
async function findSession(
  { registry, wrongCodes }: AuthDeps,
  { code, token }: Handshake,
  address: string,
): Promise<Result<LiveSession | null, WireError>> {
  const wait = await wrongCodes.secondsToWait(address);
  const found =
    wait > 0 ? await findOpenSession(registry, code) : await loadSession(registry, code);
  if (!found.ok) return found;
  const session = found.value;
  if (session === null) {
    if (wait > 0) return failure(tooManyFailures('codes', wait));
    await wrongCodes.recordFailure(address);
    return success(null);
  }
  const isKnown = token !== undefined && attendeeOf(session.state.secret, token) !== null;
  if (wait > 0 && !isKnown && !addressesOf(session).has(address)) {
    return failure(tooManyFailures('codes', wait));
  }
  return success(session);
}

async function loadSession(
  registry: SessionRegistry,
  code: string,
): Promise<Result<LiveSession | null, WireError>> {
  const found = await registry.find(code);
  if (found.ok) return found;
  return failure({ name: 'storage', message: found.error.message, retryAfter: 5 });
}

/** Finds a session only if it is open, so that guessed codes do not load the database. */
async function findOpenSession(
  registry: SessionRegistry,
  code: string,
): Promise<Result<LiveSession | null, WireError>> {
  return registry.isOpen(code) ? loadSession(registry, code) : success(null);
}

function unknownCode(code: string): WireError {
  return { name: 'unknown-code', message: `There is no session with the code ${code}.` };
}

/** Returns true for a connection with the key, in its cookie or handshake. A wrong key is refused. */
async function hasPresenterKey(
  { key, wrongKeys, now }: AuthDeps,
  request: IncomingMessage,
  given: string | undefined,
  address: string,
): Promise<Result<boolean, WireError>> {
  const cookies = parseCookies(request.headers.cookie ?? '');
  if (key.isSignedIn(cookies[PRESENTER_COOKIE], now())) return success(true);
  if (given === undefined) return success(false);
  const checked = await checkKey(key, wrongKeys, given, address);
  return checked.ok ? success(true) : checked;
}

/**
 * Checks a presenter key, limited after too many wrong keys from an address. The right one is accepted
 * all the same, or somebody in the hall could keep the presenter out.
 */
export async function checkKey(
  key: PresenterKey,
  wrongKeys: BruteForceLimiter,
  given: string,
  address: string,
): Promise<Result<null, WireError>> {
  if (key.matches(given)) return success(null);
  return wrongKeys.runExclusive(async () => {
    const wait = await wrongKeys.secondsToWait(address);
    if (wait > 0) return failure(tooManyFailures('keys', wait));
    await wrongKeys.recordFailure(address);
    return failure(wrongKey);
  });
}

const wrongKey: WireError = {
  name: 'wrong-key',
  message: 'That is not the presenter key. It is in the link that Plenary printed when it started.',
};

function tooManyFailures(what: 'codes' | 'keys', seconds: number): WireError {
  return {
    name: 'slow-down',
    message: `Too many wrong ${what} from this network. Try again in ${seconds} s.`,
    retryAfter: seconds,
  };
}

function identityOf(handshake: Handshake, session: LiveSession, isPresenter: boolean): Identity {
  const { code, role, token } = handshake;
  const { deck = null, page = null, contents = [] } = handshake;
  const common = { code, role, isPresenter, deck, page, contents };
  if (role !== 'attendee') return { ...common, attendee: '', newToken: null };
  const known = token === undefined ? null : attendeeOf(session.state.secret, token);
  if (known !== null) return { ...common, attendee: known, newToken: null };
  const made = newToken(session.state.secret);
  return { ...common, attendee: made.attendee, newToken: made.token };
}
