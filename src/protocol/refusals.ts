import { sessionRefusals } from '../session/refusal.ts';

/** The problems of the event log. All but `damaged` are temporary. */
export const storageProblemNames = [
  'full',
  'read-only',
  'locked',
  'damaged',
  'unavailable',
] as const;

/** The reasons for which a connection is refused. */
export const connectionRefusals = [
  'version',
  'bad-handshake',
  'unknown-code',
  'slow-down',
  'many-tabs',
  'no-room',
  'key-needed',
  'wrong-key',
  'remote-disconnected',
  'session-ended',
  'storage',
  'fault',
] as const;

/** The reasons for which a message is refused. */
export const messageRefusals = [
  'not-allowed',
  'unknown-message',
  'bad-message',
  'too-large',
  'bad-question',
  'slow-down',
  ...sessionRefusals,
  ...storageProblemNames,
] as const;

/** The reasons for which a request over HTTP is refused, besides those of connections. */
export const requestRefusals = [
  'bad-request',
  'not-found',
  'foreign-page',
  'unknown-deck',
  'deck-with-mistakes',
  'unreadable-deck',
  'bad-name',
  'name-taken',
  'changed-meanwhile',
  'deck-in-session',
  'outside-folder',
  'unfit-file',
  'unknown-import',
  'cut-off',
  'broken-zip',
  'no-slides',
  'unreadable-text',
  'slow-deck',
  'unknown-question',
  'same-question',
  'several-twice',
  'different-decks',
  'shared-answers',
  'tells-who-asked',
  'not-a-session',
  'damaged-file',
  'already-here',
  'code-taken',
  'kept-no-longer',
] as const;

/** The name of a refusal. `offline` is set by the page itself if no server answers. */
export type WireErrorName =
  | (typeof connectionRefusals)[number]
  | (typeof messageRefusals)[number]
  | (typeof requestRefusals)[number]
  | 'offline';
