import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/**
 * One thing that a module imports, as a value or as a type.
 *
 * @typedef {object} Import
 * @property {number} line from 1
 * @property {'module' | 'package' | 'node' | 'computed' | 'unreadable'} kind
 * @property {string} target a path from the project's folder, a package's name with its subpath, a
 *   module of Node.js; else what stands in the text
 */

/**
 * What a module imports: statements, `import()` of values and types, and `import.meta.glob`, which
 * stands for every module that it matches.
 *
 * @param {string} file path of the module, from the project's folder
 * @param {string} text
 * @param {readonly string[]} paths of all modules
 * @returns {Import[]} in the order of the text
 */
export function findImports(file, text, paths) {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) {
    return [{ line: 1, kind: 'unreadable', target: errors[0]?.message ?? '' }];
  }
  /** @type {Import[]} */
  const found = [];
  /** @param {Node} node @param {string | null} specifier */
  const add = ({ start, end }, specifier) => {
    const line = lineOf(text, start);
    if (specifier !== null) found.push({ line, ...resolved(file, specifier) });
    else found.push({ line, kind: 'computed', target: text.slice(start, end) });
  };
  new Visitor({
    ImportDeclaration: ({ source }) => add(source, source.value),
    ExportAllDeclaration: ({ source }) => add(source, source.value),
    ExportNamedDeclaration: ({ source }) => source && add(source, source.value),
    ImportExpression: ({ source }) => add(source, textOf(source)),
    TSImportType: ({ source }) => add(source, textOf(source)),
    TSExternalModuleReference: ({ expression }) => add(expression, textOf(expression)),
    CallExpression(call) {
      const glob = isGlob(text, call.callee) ? call.arguments[0] : undefined;
      if (glob === undefined) return;
      const line = lineOf(text, call.start);
      for (const pattern of patternsOf(glob)) {
        const matches = matching(posix.join(posix.dirname(file), pattern), paths);
        found.push(...matches.map((target) => ({ line, kind: MODULE, target })));
      }
    },
  }).visit(program);
  return found;
}

/** @typedef {{ type: string, start: number, end: number, value?: unknown }} Node */

const MODULE = /** @type {const} */ ('module');

/**
 * @param {string} file
 * @param {string} specifier
 * @returns {Pick<Import, 'kind' | 'target'>}
 */
function resolved(file, specifier) {
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('node:')) return { kind: 'node', target: path };
  if (path.startsWith('/')) return { kind: MODULE, target: path.slice(1) };
  if (!path.startsWith('.')) return { kind: 'package', target: path };
  return { kind: MODULE, target: posix.join(posix.dirname(file), path) };
}

/**
 * @param {Node} node
 * @returns {string | null} null where it is not a plain string
 */
function textOf(node) {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

/**
 * @param {string} text
 * @param {Node} callee
 */
function isGlob(text, { start, end }) {
  return text.slice(start, end) === 'import.meta.glob';
}

/**
 * @param {Node & { elements?: readonly (Node | null)[] }} argument of `import.meta.glob`
 * @returns {string[]} relative patterns; those after a `!` only ever leave out
 */
function patternsOf(argument) {
  const nodes = argument.elements ?? [argument];
  return nodes.flatMap((node) => {
    const pattern = node === null ? null : textOf(node);
    return pattern === null || pattern.startsWith('!') ? [] : [pattern];
  });
}

/**
 * @param {string} pattern with `*` and `**`
 * @param {readonly string[]} paths
 */
function matching(pattern, paths) {
  const source = pattern
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, choices) => `(${choices.replaceAll(',', '|')})`)
    .replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(.*/)?'));
  const shape = new RegExp(`^${source}$`);
  return paths.filter((path) => shape.test(path));
}

/**
 * @param {string} text
 * @param {number} position
 */
function lineOf(text, position) {
  return text.slice(0, position).split('\n').length;
}
