/**
 * The runs of Vitest that make up `npm test`, and what has to be there before them.
 *
 * @typedef {{ phases: string[][], product: boolean, browser: boolean }} Plan
 */

/**
 * Quick tests first, so that a mistake in a rule is not reported by a browser. Who names projects
 * gets these in one run, and waits only for what they need. `--faults` adds the long tests of
 * faults, which a newcomer's `npm test` leaves out.
 *
 * @param {readonly string[]} all of `npm test --`
 * @returns {Plan}
 */
export function planRuns(all) {
  const args = all.filter((arg) => arg !== '--faults');
  const projects = args.flatMap((arg, place) => projectOf(arg, args[place + 1]));
  if (projects.length === 0) {
    const phases = [['rules', 'integration'], ['e2e']];
    if (all.includes('--faults')) phases.push(['faults']);
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
