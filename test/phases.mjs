/**
 * The runs of Vitest that make up `npm test`, and what has to be there before them.
 *
 * @typedef {{ phases: string[][], product: boolean, browser: boolean }} Plan
 */

/**
 * Quick tests first, so that a mistake in a rule is not reported by a browser. Who names projects
 * gets these in one run, and waits only for what they need.
 *
 * @param {readonly string[]} args of `npm test --`
 * @returns {Plan}
 */
export function planRuns(args) {
  const projects = args.flatMap((arg, place) => projectOf(arg, args[place + 1]));
  if (projects.length === 0) {
    const phases = [['rules', 'integration'], ['e2e']];
    const named = phases.map((phase) => phase.flatMap((name) => ['--project', name]));
    return { phases: named.map((phase) => [...phase, ...args]), product: true, browser: true };
  }
  return {
    phases: [[...args]],
    product: projects.some((name) => name !== 'rules'),
    browser: projects.some((name) => name !== 'rules' && name !== 'integration'),
  };
}

/**
 * @param {string} arg
 * @param {string | undefined} next
 */
function projectOf(arg, next) {
  if (arg.startsWith('--project=')) return [arg.slice('--project='.length)];
  return arg === '--project' && next !== undefined ? [next] : [];
}
