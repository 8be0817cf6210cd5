import { placeOf } from './places.mjs';

/**
 * @typedef {import('./places.mjs').Place} Place
 * @typedef {import('./places.mjs').Part} Part
 * @typedef {import('./imports.mjs').Import} Import
 */

/** What the browser's parts may know of the rest. */
const SHARED = /** @type {const} */ (['lib', 'rules', 'registry', 'deck', 'session', 'protocol']);

/**
 * Who may import whom: lib ← activities ← deck ← session ← protocol ← client ← show ← apps, and ui
 * beside them. A part may always import itself.
 *
 * @type {Readonly<Record<Part, readonly Part[]>>}
 */
const MAY_IMPORT = {
  lib: [],
  rules: ['lib'],
  registry: ['lib', 'rules'],
  view: ['lib', 'rules', 'views', 'ui'],
  views: ['lib', 'rules', 'view'],
  deck: ['lib', 'rules', 'registry'],
  session: ['lib', 'rules', 'registry', 'deck'],
  protocol: ['lib', 'rules', 'registry', 'deck', 'session'],
  ui: ['lib'],
  client: SHARED,
  show: [...SHARED, 'views', 'ui', 'client'],
  app: [...SHARED, 'views', 'ui', 'client', 'show'],
  server: [...SHARED, 'setup'],
  rehearse: [...SHARED, 'setup', 'server', 'show'],
  setup: [],
};

/**
 * The packages of the parts that are pure, and of those that run before anything is installed.
 *
 * @type {Partial<Record<Part, readonly RegExp[]>>}
 */
const PACKAGES = {
  lib: [/^@noble\/hashes\//],
  rules: [],
  registry: [],
  deck: [
    /^(marked|yaml|htmlparser2|domhandler|domutils|dom-serializer)$/,
    /^shiki(\/|$)/,
    /^@shikijs\//,
  ],
  session: [],
  protocol: [/^zod$/],
  setup: [],
};

const ON_NODE = new Set(['server', 'setup', 'rehearse']);

/**
 * What is wrong with an import.
 *
 * @param {Place} from where the importing module stands
 * @param {Import} found
 * @returns {string | null} null where nothing is
 */
export function complaint(from, { kind, target }) {
  switch (kind) {
    case 'module':
      return complaintAboutModule(from, target);
    case 'package':
      return from.test ? null : complaintAboutPackage(from, target);
    case 'node':
      if (from.test || ON_NODE.has(from.part)) return null;
      return `${inWords(from)} must not import ${target}: it runs without Node.js`;
    case 'computed':
      // Vite cannot follow it, and neither can we.
      return from.test || ON_NODE.has(from.part)
        ? null
        : `imports what only shows when run: ${target}`;
    case 'unreadable':
      return `cannot be read: ${target}`;
  }
}

/**
 * @param {Place} from
 * @param {string} target
 */
function complaintAboutModule(from, target) {
  const fromServer = ON_NODE.has(from.part);
  if (!fromServer && !target.startsWith('src/') && !from.test) {
    return `src must not import ${target}: it stands outside src`;
  }
  if (!fromServer && target.startsWith('server/'))
    return `src must not import the server: ${target}`;
  const to = placeOf(target);
  if (from.test || (fromServer && to === null)) return null;
  if (to === null) return `${target} stands in no part that has rules`;
  return complaintAboutPart(from, to, target);
}

/**
 * @param {Place} from
 * @param {Place} to
 * @param {string} target
 */
function complaintAboutPart(from, to, target) {
  if (to.test) return `must not import a test: ${target}`;
  if (from.part !== to.part && !MAY_IMPORT[from.part].includes(to.part)) {
    return `${inWords(from)} must not import ${inWords(to)}: ${target}`;
  }
  if (from.part === 'app' && to.part === 'app' && from.owner !== to.owner) {
    return `one page must not import another's: ${target}; what they share belongs in ui or show`;
  }
  return complaintAboutActivity(from, to, target);
}

/**
 * Adding a way of asking touches its folder and one line of the registry, so nobody else knows one
 * by name.
 *
 * @param {Place} from
 * @param {Place} to
 * @param {string} target
 */
function complaintAboutActivity(from, to, target) {
  const named = to.part === 'rules' || to.part === 'view' ? to.owner : null;
  if (named === null || named === from.owner) return null;
  if (['registry', 'views', 'rehearse'].includes(from.part)) return null;
  if (from.part !== 'rules' && from.part !== 'view') {
    return `only the registry and views.ts may know a way of asking by name: ${target}`;
  }
  return from.owner === null
    ? `what all ways of asking share must not import one of them: ${target}`
    : `one way of asking must not import another: ${target}`;
}

/**
 * @param {Place} from
 * @param {string} target
 */
function complaintAboutPackage(from, target) {
  const allowed = PACKAGES[from.part];
  if (allowed !== undefined && !allowed.some((name) => name.test(target))) {
    return from.part === 'setup'
      ? `runs before anything is installed, and must not import ${target}`
      : `${inWords(from)} must not import the package ${target}`;
  }
  if (target === 'socket.io-client' && from.part !== 'client' && from.part !== 'rehearse') {
    return 'only src/client holds a socket';
  }
  return null;
}

/** @param {Place} place */
function inWords({ part, owner }) {
  switch (part) {
    case 'rules':
      return owner === null ? 'what all ways of asking share' : `the rules of ${owner}`;
    case 'view':
      return `a view of ${owner}`;
    case 'views':
      return 'the views';
    case 'registry':
      return 'the registry';
    case 'app':
      return `the page ${owner}`;
    default:
      return part;
  }
}
