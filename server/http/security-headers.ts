import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { PlenaryServer } from '../transport/socket-types.ts';

/**
 * The features of browsers that no page of ours uses, by their names in Permissions-Policy; Chromium
 * warns of names that it does not know.
 */
const unused = [
  ...['accelerometer', 'browsing-topics', 'camera', 'clipboard-read'],
  ...['clipboard-write', 'display-capture', 'encrypted-media', 'gamepad', 'geolocation'],
  ...['gyroscope', 'hid', 'idle-detection', 'keyboard-map', 'local-fonts', 'magnetometer'],
  ...['microphone', 'midi', 'payment', 'publickey-credentials-get', 'screen-wake-lock'],
  ...['serial', 'storage-access', 'usb', 'window-management', 'xr-spatial-tracking'],
];

/** `styleSource`: the sources of styles that a page may have, as in a content security policy. */
function securityHeaders(styleSource: string): ReadonlyMap<string, string> {
  const content = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styleSource}`,
    ...['img-src', 'font-src', 'media-src', 'connect-src', 'manifest-src'].map(
      (kind) => `${kind} 'self'`,
    ),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  // Lecture halls use plain HTTP, so Strict-Transport-Security is left to a proxy that has HTTPS.
  return new Map([
    ['Content-Security-Policy', content.join('; ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Origin-Agent-Cluster', '?1'],
    ['Permissions-Policy', unused.map((feature) => `${feature}=()`).join(', ')],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-DNS-Prefetch-Control', 'off'],
    ['X-Download-Options', 'noopen'],
    ['X-Frame-Options', 'DENY'],
    ['X-Permitted-Cross-Domain-Policies', 'none'],
    ['X-XSS-Protection', '0'],
  ]);
}

/** An upgrade that Engine.IO refuses. */
interface Refusal {
  readonly req: IncomingMessage & { readonly res?: unknown };
  readonly message: string;
}

/**
 * Adds the security headers to every response: those of routes, of Socket.IO and, while developing, of
 * Vite. To be called before the server listens, and after Socket.IO is attached.
 */
export function addSecurityHeaders(http: Server, io: PlenaryServer, styleSource: string): void {
  const headers = securityHeaders(styleSource);
  http.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
    setHeaders(response, headers);
  });
  // For the answer to an upgrade, which is no response of Node.js.
  io.engine.on('headers', (answer: Record<string, string>) => {
    Object.assign(answer, Object.fromEntries(headers));
  });
  io.engine.on('connection_error', ({ req, message }: Refusal) => {
    // A request that is no upgrade has its response.
    if (req.res === undefined) refuseUpgrade(req, message, headers);
  });
}

function setHeaders(response: ServerResponse, headers: ReadonlyMap<string, string>): void {
  for (const [name, value] of headers) response.setHeader(name, value);
}

/** Refuses before Engine.IO does, which writes its refusal without any header. */
function refuseUpgrade(
  request: IncomingMessage,
  message: string,
  headers: ReadonlyMap<string, string>,
): void {
  const response = new ServerResponse(request);
  response.assignSocket(request.socket);
  setHeaders(response, headers);
  response.writeHead(400, { 'Content-Type': 'text/plain; charset=UTF-8', Connection: 'close' });
  response.end(message);
  request.socket.end();
}
