import { defaultTimeouts, type HttpTimeouts } from '../../server/http/http-timeouts.ts';

/** Timeouts with which nobody is sent off for being slow to join: where a connection ends, it has another reason. */
export const patient: HttpTimeouts = { ...defaultTimeouts, handshake: 600_000 };

/**
 * Options of tests that wait for a connection to be closed: 27 seconds after it began, Engine.IO closes each that
 * answers no heartbeat, as a raw line does not. A test that waited for so long would take that for its own.
 */
export const BEFORE_HEARTBEAT = { timeout: 20_000 };
