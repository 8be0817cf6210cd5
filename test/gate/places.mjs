/**
 * Where a module stands, as far as the rules for imports ask.
 *
 * @typedef {object} Place
 * @property {Part} part
 * @property {string | null} owner the way of asking, or the page, that the module belongs to
 * @property {boolean} test whether it is a test
 *
 * @typedef {'lib' | 'rules' | 'registry' | 'view' | 'views' | 'deck' | 'session' | 'protocol' |
 *   'ui' | 'client' | 'show' | 'app' | 'server' | 'setup' | 'rehearse'} Part
 */

/**
 * The first that matches counts. `rules` are what is pure in src/activities; a view is what draws
 * a way of asking.
 *
 * @type {readonly (readonly [RegExp, Part])[]}
 */
const PARTS = [
  [/^src\/lib\//, 'lib'],
  [/^src\/activities\/registry\.ts$/, 'registry'],
  [/^src\/activities\/((phone|stage|take-home)-)?views\.ts$/, 'views'],
  [/^src\/activities\/(?<owner>[^/]+)\/.*(\.(phone|stage|takehome)\.tsx|\.css)$/, 'view'],
  [/^src\/activities\/(?<owner>[^/]+)\/.*\.ts$/, 'rules'],
  [/^src\/activities\/[^/]+\.ts$/, 'rules'],
  [/^src\/deck\//, 'deck'],
  [/^src\/session\//, 'session'],
  [/^src\/protocol\//, 'protocol'],
  [/^src\/ui\//, 'ui'],
  [/^src\/client\//, 'client'],
  [/^src\/presenting\//, 'show'],
  [/^src\/apps\/(?<owner>[^/]+)\//, 'app'],
  [/^server\/cli\/(setup\/|(start|dev|build)\.mjs$)/, 'setup'],
  [/^server\/cli\/rehearse\//, 'rehearse'],
  [/^server\//, 'server'],
];

/**
 * @param {string} path from the project's folder
 * @returns {Place | null} null where no rules are known for it
 */
export function placeOf(path) {
  for (const [shape, part] of PARTS) {
    const match = shape.exec(path);
    if (match === null) continue;
    return { part, owner: match.groups?.['owner'] ?? null, test: /\.test\.tsx?$/.test(path) };
  }
  return null;
}
