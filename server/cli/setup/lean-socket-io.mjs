import { fileURLToPath } from 'node:url';

const LEAN = new URL('../../../src/client/socket/lean/', import.meta.url);
const LIBRARY = /[\\/]node_modules[\\/]((?:socket|engine)\.io-client)[\\/]build[\\/]esm[\\/](.+)$/;

/** What stands for a module of Socket.IO's client, by how the library imports it. */
const STAND_INS = new Map([
  ['engine.io-parser', 'engine-packets.ts'],
  ['socket.io-parser', 'socket-packets.ts'],
  ['./transports/index.js', 'no-transports.ts'],
  ['./contrib/parseuri.js', 'own-origin.ts'],
  ['./contrib/backo2.js', 'no-backoff.ts'],
]);

/**
 * Methods of its classes that no page comes to: upgrades of a transport, its own coming back, sending
 * again by itself, and listeners that we do not set.
 */
const UNUSED = new Map([
  ['engine.io-client/socket.js', ['_probe', 'send']],
  ['socket.io-client/manager.js', ['connect', 'disconnect', 'reconnect', 'onreconnect']],
  [
    'socket.io-client/socket.js',
    [
      '_addToQueue',
      'compress',
      'disconnected',
      'listenersAny',
      'listenersAnyOutgoing',
      'offAny',
      'offAnyOutgoing',
      'onAnyOutgoing',
      'open',
      'prependAny',
      'prependAnyOutgoing',
      'send',
      'volatile',
    ],
  ],
]);

/**
 * Builds into the pages only so much of `socket.io-client` as they use: no binary packets, no
 * transport that is not handed to it, no method that is never called. For classes keep all their
 * methods, and a phone would load them before its first question.
 *
 * @returns {import('vite').Plugin}
 */
export function leanSocketIo() {
  return {
    name: 'lean-socket-io',
    enforce: 'pre',
    // The development server has it whole.
    apply: (_, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    resolveId(source, importer = '') {
      const standIn = STAND_INS.get(source);
      // Of WebTransport nothing is built in, but what it imports has to be there.
      if (standIn === undefined || !LIBRARY.test(importer) || importer.endsWith('webtransport.js'))
        return null;
      return fileURLToPath(new URL(standIn, LEAN));
    },
    transform(code, id) {
      const [, library, module] = LIBRARY.exec(id) ?? [];
      const unused = UNUSED.get(`${library}/${module}`);
      if (unused === undefined) return null;
      const rest = without(unused, code, this.parse(code));
      // A module as an object takes a file more, which every page would wait for.
      return { code: rest.replace('import * as parser', 'import { parser }'), map: null };
    },
  };
}

/**
 * @param {readonly string[]} names
 * @param {string} code
 * @param {import('vite').ESTree.Program} program
 * @returns {string}
 */
function without(names, code, program) {
  const methods = program.body
    .flatMap((part) => ('declaration' in part && part.declaration ? [part.declaration] : []))
    .flatMap((part) => (part.type === 'ClassDeclaration' ? part.body.body : []));
  const cuts = names.map((name) => {
    const cut = methods.find(
      (method) => 'key' in method && method.key.type === 'Identifier' && method.key.name === name,
    );
    if (cut === undefined) throw new Error(`Socket.IO's client has no method ${name} any more`);
    return cut;
  });
  let rest = code;
  for (const { start, end } of cuts.sort((one, other) => other.start - one.start)) {
    rest = rest.slice(0, start) + rest.slice(end);
  }
  return rest;
}
