import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import { isUpgrade } from './is-upgrade.ts';
import type { PlenaryServer } from '../transport/socket-types.ts';

/**
 * The features of browsers that no page of ours uses but those that it names, by their names in Permissions-Policy; Chromium
 * warns of names that it does not know.
 */
const features = [
  ...['accelerometer', 'browsing-topics', 'camera', 'clipboard-read'],
  ...['clipboard-write', 'display-capture', 'encrypted-media', 'gamepad', 'geolocation'],
  ...['gyroscope', 'hid', 'idle-detection', 'keyboard-map', 'local-fonts', 'magnetometer'],
  ...['microphone', 'midi', 'payment', 'publickey-credentials-get', 'screen-wake-lock'],
  ...['serial', 'storage-access', 'usb', 'window-management', 'xr-spatial-tracking'],
];

/** The differences of a page's policy from the others'. */
interface Exceptions {
  readonly styles?: string;
  readonly frames?: string;
  readonly images?: string;
  /** Features of browsers that this page uses. */
  readonly used?: readonly string[];
  readonly ancestors?: string;
  readonly frameOptions?: string;
}

type Headers = ReadonlyMap<string, string>;

/** A report: a document without scripts, whose styles stand in it. */
const REPORT = /^(?:\/s\/[^/]+\/report|\/api\/v1\/sessions\/[^/]+\/report\.html)\/?(?:\?|$)/;
/** The pages with slides, which may frame `/diagram`. */
const SLIDES = /^(?:\/s\/[^/]+\/(?:stage|console|replay)(?:[/?]|$)|\/present\/decks\/)/;
/** The pages that draw charts as pictures: a canvas takes its SVG from an address made there. */
const PICTURES = /^\/(?:s\/[^/]+\/(?:results|cross)|present\/compare)\/?(?:\?|$)/;
const DIAGRAM = /^\/diagram(?:[/?]|$)/;

/**
 * Returns the headers of the response to an address. Mermaid writes styles into its page, which holds
 * nothing else and is only shown within slides.
 *
 * @param styleSource the sources of styles that a page may have, as in a content security policy
 */
function headersByAddress(styleSource: string): (url: string) => Headers {
  const plain = securityHeaders(styleSource, {});
  const slides = securityHeaders(styleSource, { frames: "'self'" });
  const diagram = securityHeaders(styleSource, {
    styles: "'self' 'unsafe-inline'",
    ancestors: "'self'",
    frameOptions: 'SAMEORIGIN',
  });
  const pictures = securityHeaders(styleSource, {
    images: "'self' blob:",
    used: ['clipboard-write'],
  });
  const report = new Map([...plain, ['Content-Security-Policy', REPORT_POLICY] as const]);
  return (url) => {
    if (REPORT.test(url)) return report;
    if (PICTURES.test(url)) return pictures;
    return DIAGRAM.test(url) ? diagram : SLIDES.test(url) ? slides : plain;
  };
}

/** Nothing is loaded and nothing runs; bars have their lengths in style attributes. */
const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function securityHeaders(
  styleSource: string,
  {
    styles = styleSource,
    frames,
    images = "'self'",
    used = [],
    ancestors = "'none'",
    frameOptions = 'DENY',
  }: Exceptions,
): Headers {
  const content = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    `img-src ${images}`,
    ...['font-src', 'media-src', 'connect-src', 'manifest-src'].map((kind) => `${kind} 'self'`),
    ...(frames === undefined ? [] : [`frame-src ${frames}`]),
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ];
  // Lecture halls use plain HTTP, so Strict-Transport-Security is left to a proxy that has HTTPS.
  return new Map([
    ['Content-Security-Policy', content.join('; ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Origin-Agent-Cluster', '?1'],
    ['Permissions-Policy', featuresPolicy(used)],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-DNS-Prefetch-Control', 'off'],
    ['X-Download-Options', 'noopen'],
    ['X-Frame-Options', frameOptions],
    ['X-Permitted-Cross-Domain-Policies', 'none'],
    ['X-XSS-Protection', '0'],
  ]);
}

function featuresPolicy(used: readonly string[]): string {
  return features
    .map((feature) => `${feature}=(${used.includes(feature) ? 'self' : ''})`)
    .join(', ');
}

/** A request that Engine.IO refuses. */
interface Refusal {
  readonly req: IncomingMessage;
  readonly message: string;
  readonly context: { readonly name?: string };
}

/**
 * Adds the security headers to every response: those of routes, of Socket.IO and, while developing, of
 * Vite. To be called before the server listens, and after Socket.IO is attached.
 */
export function addSecurityHeaders(http: Server, io: PlenaryServer, styleSource: string): void {
  const headersFor = headersByAddress(styleSource);
  const headers = headersFor('');
  http.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    setHeaders(response, headersFor(request.url ?? ''));
  });
  // For the answer to an upgrade, which is no response of Node.js.
  io.engine.on('headers', (answer: Record<string, string>) => {
    Object.assign(answer, Object.fromEntries(headers));
  });
  io.engine.on('connection_error', ({ req, message, context }: Refusal) => {
    if (!isUpgrade(req)) return;
    const isOfOurs = context.name === 'MIDDLEWARE_FAILURE';
    refuseUpgrade(req, isOfOurs ? 403 : 400, isOfOurs ? '' : message, headers);
  });
}

function setHeaders(response: ServerResponse, headers: Headers): void {
  for (const [name, value] of headers) response.setHeader(name, value);
}

/** Refuses before Engine.IO does, which writes its refusal without any header. */
function refuseUpgrade(
  request: IncomingMessage,
  status: 400 | 403,
  message: string,
  headers: Headers,
): void {
  const response = new ServerResponse(request);
  response.assignSocket(request.socket);
  setHeaders(response, headers);
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=UTF-8', Connection: 'close' });
  response.end(message);
  request.socket.end();
}
