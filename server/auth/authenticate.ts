import { readHandshake, type Handshake } from '../../src/protocol/schemas.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { isSessionCode } from '../../src/lib/session-code.ts';
import type { Caller } from './caller.ts';
import { newToken, attendeeOf } from './attendee-token.ts';
import { isRemoteToken } from './remote-token.ts';
import type { Identity } from '../transport/socket-types.ts';
import { loadSheddingError, type Load } from '../limits/load-shedding.ts';
import type { BruteForceLimiter } from './brute-force-limiter.ts';
import type { WantedCodes } from './wanted-codes.ts';
import type { PresenterKey } from './presenter-key.ts';
import type { LiveSession } from '../live/live-session.ts';
import type { SessionRegistry } from '../live/session-registry.ts';
import { refusal } from '../../src/session/refusal.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

/** The dependencies of `authenticate`. */
export interface AuthDeps {
  readonly registry: SessionRegistry;
  readonly key: PresenterKey;
  readonly wrongCodes: BruteForceLimiter;
  readonly wrongKeys: BruteForceLimiter;
  readonly wantedCodes: WantedCodes;
  /** Tells whether somebody who is in a session now came from this address. */
  readonly isAnybodyIn: (session: LiveSession, address: string) => boolean;
  readonly now: () => number;
  readonly load: Load;
}

export interface Authenticated {
  readonly session: LiveSession;
  readonly identity: Identity;
  /** The session's generation of remotes at that time. */
  readonly remoteGeneration: number;
}

/** Authenticates a connection; returns its session and identity, or the reason of the refusal. */
export async function authenticate(
  deps: AuthDeps,
  caller: Caller,
  auth: unknown,
): Promise<Result<Authenticated, WireError>> {
  const handshake = readHandshake(auth);
  if (!handshake.ok) return handshake;
  const wait = handshake.value.role === 'attendee' ? loadSheddingError(deps.load) : null;
  if (wait !== null) return failure(wait);
  const { address } = caller;
  const presenter = await hasPresenterKey(deps, caller, handshake.value.key);
  if (!presenter.ok) return presenter;
  const found = presenter.value
    ? await loadSession(deps.registry, handshake.value.code)
    : await findSession(deps, handshake.value, address);
  if (!found.ok) return found;
  if (found.value === null) return failure(unknownCode(handshake.value.code));
  if (handshake.value.role === 'console' && !presenter.value) {
    return failure({ name: 'key-needed', message: 'Sign in with the presenter key first.' });
  }
  const session = found.value;
  const remote = await checkRemote(deps, session, handshake.value, address);
  if (!remote.ok) return remote;
  const identity = identityOf(handshake.value, session, presenter.value);
  return success({ session, identity, remoteGeneration: session.state.remoteGeneration });
}

// Short: a phone of a hall has to ask some times.
const ASK_AGAIN_SECONDS = 2;

/**
 * Finds the session of a code. After too many wrong codes from an address, success would confirm a guess:
 * then a token of the session is accepted, an address from which somebody is in, as in a hall behind one
 * router, and otherwise the code that most ask for.
 */
async function findSession(
  deps: AuthDeps,
  { code, token }: Handshake,
  address: string,
): Promise<Result<LiveSession | null, WireError>> {
  const { registry, wrongCodes, wantedCodes, isAnybodyIn } = deps;
  const guess = () => tryCode(deps, code, address);
  // Codes of sessions that are not open may be guesses, and are looked up one at a time.
  const tried = await (registry.isOpen(code) ? guess() : wrongCodes.runExclusive(guess));
  if (tried !== 'too many') return tried;
  const open = await findOpenSession(registry, code);
  if (!open.ok) return open;
  const session = open.value;
  if (session !== null && (isOwnToken(session, token) || isAnybodyIn(session, address)))
    return open;
  if (await wantedCodes.isTurn(address, code)) {
    const found = await loadSession(registry, code);
    if (found.ok && found.value === null) wantedCodes.noteWrong(address, code);
    return found;
  }
  return failure(tooManyFailures('codes', ASK_AGAIN_SECONDS));
}

/** Looks a code up, and counts it where there is no such session; `too many` after too many of those. */
async function tryCode(
  { registry, wrongCodes }: AuthDeps,
  code: string,
  address: string,
): Promise<Result<LiveSession | null, WireError> | 'too many'> {
  if ((await wrongCodes.secondsToWait(address)) > 0) return 'too many';
  const found = await loadSession(registry, code);
  if (found.ok && found.value === null) await wrongCodes.recordFailure(address);
  return found;
}

function isOwnToken({ state }: LiveSession, token: string | undefined): boolean {
  if (token === undefined) return false;
  return attendeeOf(state.secret, token) !== null || isRemoteToken(state, token);
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
  const message = isSessionCode(code)
    ? `There is no session with the code ${code}.`
    : 'A session code has six digits.';
  return { name: 'unknown-code', message };
}

/** Returns true for a connection with the key, in its cookie or handshake. A wrong key is refused. */
async function hasPresenterKey(
  { key, wrongKeys, now }: AuthDeps,
  { address, presenterCookie }: Caller,
  given: string | undefined,
): Promise<Result<boolean, WireError>> {
  if (key.isSignedIn(presenterCookie, now())) return success(true);
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
  return key.matches(given) ? success(null) : refuseSecret(wrongKeys, address, wrongKey);
}

/** Checks the token of a remote, limited as keys are. Other roles need none. */
async function checkRemote(
  { wrongKeys }: AuthDeps,
  { state }: LiveSession,
  { role, token }: Handshake,
  address: string,
): Promise<Result<null, WireError>> {
  if (role !== 'remote') return success(null);
  if (state.endedAt !== null) return failure(refusal('session-ended'));
  return isRemoteToken(state, token)
    ? success(null)
    : refuseSecret(wrongKeys, address, remoteDisconnected);
}

/** Counts a wrong key or token, and refuses it; after too many of them without saying so. */
async function refuseSecret(
  wrongKeys: BruteForceLimiter,
  address: string,
  wrong: WireError,
): Promise<Result<null, WireError>> {
  return wrongKeys.runExclusive(async () => {
    const wait = await wrongKeys.secondsToWait(address);
    if (wait > 0) return failure(tooManyFailures('keys', wait));
    await wrongKeys.recordFailure(address);
    return failure(wrong);
  });
}

const wrongKey: WireError = {
  name: 'wrong-key',
  message: 'That is not the presenter key. It is in the link that Plenary printed when it started.',
};

const remoteDisconnected: WireError = {
  name: 'remote-disconnected',
  message:
    'This phone is not a remote of this session. On the console, choose “Use my phone” in the menu, and scan the QR code.',
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
