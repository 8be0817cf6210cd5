/**
 * Milliseconds for the other end to close a connection that is over; its line is cut afterwards.
 * Long enough for a browser to receive the last message.
 */
export const CLOSE_TIMEOUT_MS = 1_000;
