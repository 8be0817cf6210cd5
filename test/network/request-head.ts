const HEAD = /^[A-Z]+ \S+ HTTP\/1\.1\r\n/;

/** The head of an HTTP request as a proxy sees it, or null where these bytes begin none. */
export function requestHead(bytes: Buffer): string | null {
  const text = bytes.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  return HEAD.test(text) && end !== -1 ? text.slice(0, end + 4) : null;
}

export function asksForWebSocket(head: string): boolean {
  return /\r\nupgrade: *websocket\r\n/i.test(head);
}

/** The head as a proxy without upgrades forwards it: these headers are for one hop only (RFC 9110). */
export function withoutUpgrade(head: string): string {
  return head.replace(/\r\n(upgrade|connection): *[^\r]*/gi, '');
}

/** The head as a reverse proxy forwards it that names the client. */
export function forwardedFor(head: string, address: string): string {
  return head.replace('\r\n', `\r\nX-Forwarded-For: ${address}\r\n`);
}
