import { parseSync, Visitor } from 'oxc-parser';

/**
 * A test, or a group of tests, as it is named where it stands.
 *
 * @typedef {object} Named
 * @property {number} line of its name, from 1
 * @property {readonly string[]} rules the numbers that its own name carries in brackets
 *
 * @typedef {Named & { tested: readonly string[], runs: boolean }} Test
 *   `tested` are its own rules and those of the groups around it; it `runs` unless it is skipped,
 *   left to do or expected to fail, by itself or with such a group
 *
 * @typedef {object} TestFile
 * @property {readonly Named[]} groups
 * @property {readonly Test[]} tests
 * @property {string | null} problem why the file cannot be read; null where it can
 */

/**
 * The tests of a file, with the numbers of rules in their names. Of a name that is put together
 * only what is written out counts; comments do not.
 *
 * @param {string} file path, which tells the language
 * @param {string} text
 * @returns {TestFile} in the order of the text
 */
export function findTests(file, text) {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) return { groups: [], tests: [], problem: errors[0]?.message ?? '' };
  /** @type {Call[]} */
  const calls = [];
  new Visitor({
    CallExpression(node) {
      const call = callOf(text, node);
      if (call !== null) calls.push(call);
    },
  }).visit(program);
  const groups = calls.filter(({ function: name }) => name === 'describe');
  const tests = calls.filter((call) => !groups.includes(call));
  return { groups, tests: tests.map((test) => withGroups(test, groups)), problem: null };
}

/**
 * @typedef {import('oxc-parser').CallExpression} CallExpression
 * @typedef {import('oxc-parser').Expression} Expression
 * @typedef {import('oxc-parser').Argument} Argument
 * @typedef {Named & { function: string, runs: boolean, start: number, end: number }} Call
 */

const FUNCTIONS = new Set(['it', 'test', 'describe']);

/** What only makes a function that makes tests: `it.each(rows)`. */
const MAKERS = new Set(['each', 'for', 'skipIf', 'runIf', 'extend']);

/** What keeps a test from saying anything about a rule. */
const IDLE = new Set(['skip', 'todo', 'fails']);

/**
 * @param {string} text
 * @param {CallExpression} node
 * @returns {Call | null} null where it makes neither a test nor a group
 */
function callOf(text, { callee, arguments: [name, ...rest], start, end }) {
  const [root, ...members] = pathOf(callee);
  const last = callee.type === 'MemberExpression' ? members.at(-1) : undefined;
  if (root === undefined || !FUNCTIONS.has(root) || name === undefined) return null;
  if (last !== undefined && MAKERS.has(last)) return null;
  return {
    function: root,
    line: text.slice(0, name.start).split('\n').length,
    rules: [...written(name).matchAll(/\[([A-Za-z]+\d+)\]/g)].map(([, number = '']) => number),
    runs: rest.length > 0 && !members.some((member) => IDLE.has(member)) && !rest.some(isIdle),
    start,
    end,
  };
}

/**
 * @param {Expression} callee
 * @returns {string[]} `it`, `each` for `it.each(rows)` and for `it.each`; empty for what has no name
 */
function pathOf(callee) {
  switch (callee.type) {
    case 'Identifier':
      return [callee.name];
    case 'CallExpression':
      return pathOf(callee.callee);
    case 'TaggedTemplateExpression':
      return pathOf(callee.tag);
    case 'MemberExpression': {
      const path = pathOf(callee.object);
      if (path.length === 0 || callee.property.type !== 'Identifier') return [];
      return [...path, callee.property.name];
    }
    default:
      return [];
  }
}

/**
 * @param {Argument} name
 * @returns {string} as much of it as stands in the text
 */
function written(name) {
  switch (name.type) {
    case 'Literal':
      return typeof name.value === 'string' ? name.value : '';
    case 'TemplateLiteral':
      return name.quasis.map(({ value }) => value.cooked ?? '').join('…');
    case 'BinaryExpression':
      return name.left.type === 'PrivateIdentifier' ? '' : written(name.left) + written(name.right);
    default:
      return '';
  }
}

/**
 * @param {Argument} argument
 * @returns {boolean} whether these are options as `{ skip: true }`
 */
function isIdle(argument) {
  if (argument.type !== 'ObjectExpression') return false;
  return argument.properties.some(
    (property) =>
      property.type === 'Property' &&
      property.key.type === 'Identifier' &&
      IDLE.has(property.key.name),
  );
}

/**
 * @param {Call} test
 * @param {readonly Call[]} groups
 * @returns {Test}
 */
function withGroups(test, groups) {
  const around = groups.filter(({ start, end }) => start < test.start && test.end < end);
  return {
    ...test,
    tested: [...around, test].flatMap(({ rules }) => rules),
    runs: [...around, test].every(({ runs }) => runs),
  };
}
