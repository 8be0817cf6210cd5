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

/** The cookie of a browser that has shown the key. */
export const PRESENTER_COOKIE = 'plenary_presenter';

/** What the door asks before it lets a connection in. */
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

/** Lets a connection in, as who it is, or says why not. */
export async function authenticate(
  keeper: AuthDeps,
  request: IncomingMessage,
  auth: unknown,
): Promise<Result<Authenticated, WireError>> {
  const handshake = readHandshake(auth);
  if (!handshake.ok) return handshake;
  const wait = handshake.value.role === 'attendee' ? loadSheddingError(keeper.load) : null;
  if (wait !== null) return failure(wait);
  const address = clientAddress(request);
  const presenter = await showsKey(keeper, request, handshake.value.key, address);
  if (!presenter.ok) return presenter;
  const found = presenter.value
    ? await roomOf(keeper.registry, handshake.value.code)
    : await findRoomOneAtATime(keeper, handshake.value, address);
  if (!found.ok) return found;
  if (found.value === null) return failure(unknownCode(handshake.value.code));
  if (handshake.value.role === 'console' && !presenter.value) {
    return failure({ name: 'key-needed', message: 'Sign in with the presenter key first.' });
  }
  const session = found.value;
  return success({ session, identity: identityOf(handshake.value, session, presenter.value) });
}

// The addresses from which each session was entered.
const entered = new WeakMap<LiveSession, Set<string>>();

/** A room that is open is found at once, while the codes that may be guesses wait for their turn. */
function findRoomOneAtATime(
  keeper: AuthDeps,
  handshake: Handshake,
  address: string,
): Promise<Result<LiveSession | null, WireError>> {
  const find = () => findRoom(keeper, handshake, address);
  return keeper.registry.isOpen(handshake.code) ? find() : keeper.wrongCodes.runExclusive(find);
}

/**
 * The room that a code names, unless this address has sent too many wrong codes. Then an answer
 * would be a hint, and it is let in only where that tells nothing new: with a token of the room,
 * or where somebody at this address is in already, as everybody in a hall behind one router is.
 */
async function findRoom(
  { registry, wrongCodes }: AuthDeps,
  { code, token }: Handshake,
  address: string,
): Promise<Result<LiveSession | null, WireError>> {
  const wait = await wrongCodes.secondsToWait(address);
  const found = wait > 0 ? await inMemory(registry, code) : await roomOf(registry, code);
  if (!found.ok) return found;
  const session = found.value;
  if (session === null) {
    if (wait > 0) return failure(slowDown('codes', wait));
    await wrongCodes.recordFailure(address);
    return success(null);
  }
  const addresses = entered.get(session) ?? new Set();
  entered.set(session, addresses);
  const isKnown = token !== undefined && attendeeOf(session.state.secret, token) !== null;
  if (wait > 0 && !isKnown && !addresses.has(address)) return failure(slowDown('codes', wait));
  addresses.add(address);
  return success(session);
}

async function roomOf(
  registry: SessionRegistry,
  code: string,
): Promise<Result<LiveSession | null, WireError>> {
  const found = await registry.find(code);
  if (found.ok) return found;
  return failure({ name: 'storage', message: found.error.message, retryAfter: 5 });
}

/** Only rooms that are open already: whoever guesses must not make the database work. */
async function inMemory(
  registry: SessionRegistry,
  code: string,
): Promise<Result<LiveSession | null, WireError>> {
  return registry.isOpen(code) ? roomOf(registry, code) : success(null);
}

function unknownCode(code: string): WireError {
  return { name: 'unknown-code', message: `There is no session with the code ${code}.` };
}

/** Whether a connection has the key, by its cookie or in its handshake. A wrong key is refused. */
async function showsKey(
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

/** Compares a key, slowly for an address that has guessed wrong before. */
export async function checkKey(
  key: PresenterKey,
  wrongKeys: BruteForceLimiter,
  given: string,
  address: string,
): Promise<Result<null, WireError>> {
  return wrongKeys.runExclusive(async () => {
    const wait = await wrongKeys.secondsToWait(address);
    if (wait > 0) return failure(slowDown('keys', wait));
    if (key.matches(given)) return success(null);
    await wrongKeys.recordFailure(address);
    return failure(wrongKey);
  });
}

const wrongKey: WireError = {
  name: 'wrong-key',
  message: 'That is not the presenter key. It is in the link that Plenary printed when it started.',
};

function slowDown(what: 'codes' | 'keys', seconds: number): WireError {
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
