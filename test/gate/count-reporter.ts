import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the output with one line that counts the tests: `12 passed, 1 failed, 2 skipped`. A file that
 * does not load, an error that no test caught, and a run without a test each count as one failure.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const [passed, skipped] = [count('passed'), count('skipped')];
    const told = count('failed') + broken + errors.length;
    const failed = passed + told === 0 ? 1 : told;
    const line = `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
    if (failed > 0) process.exitCode = 1;
    // After all that other reporters print.
    process.on('exit', () => void process.stdout.write(`\n${line}\n`));
  }
}
