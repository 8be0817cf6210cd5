/** One message as a client got it. */
export interface StoredMessage {
  readonly event: string;
  readonly body: unknown;
}
