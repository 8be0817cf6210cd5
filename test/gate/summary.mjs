/**
 * What is read of a report by Vitest's JSON reporter.
 *
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests skipped
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults one for each file
 */

/**
 * One run of Vitest: the code that it ended with, and its report, or null where it wrote none.
 *
 * @typedef {{ code: number, report: VitestReport | null }} Run
 */

/**
 * Sums runs up in the one line that ends `npm test`. What failed without being a test is counted
 * as one failure: a file that does not load, a run that broke off, an error that no test caught. So
 * is a run of no test at all, since it proves nothing.
 *
 * @param {readonly Run[]} runs
 * @returns {{ line: string, success: boolean }}
 */
export function summarise(runs) {
  const passed = sum(runs, (report) => report.numPassedTests);
  const skipped = sum(runs, (report) => report.numPendingTests + report.numTodoTests);
  const told = runs.reduce((total, run) => total + failuresOf(run), 0);
  const failed = passed + told === 0 ? 1 : told;
  const line = `${passed} passed, ${failed} failed`;
  return { line: skipped === 0 ? line : `${line}, ${skipped} skipped`, success: failed === 0 };
}

/** @param {Run} run */
function failuresOf({ code, report }) {
  if (report === null) return 1;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const failures = report.numFailedTests + brokenFiles.length;
  return code !== 0 && failures === 0 ? 1 : failures;
}

/**
 * @param {readonly Run[]} runs
 * @param {(report: VitestReport) => number} figure
 */
function sum(runs, figure) {
  return runs.reduce((total, { report }) => total + (report === null ? 0 : figure(report)), 0);
}
