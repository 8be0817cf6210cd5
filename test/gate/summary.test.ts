import { describe, expect, it } from 'vitest';
import { summarise, type Run, type VitestReport } from './summary.mjs';

function run(figures: Partial<VitestReport>, code = 0): Run {
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  return { code, report: { ...none, testResults: [], ...figures } };
}

describe('the last line of a test run', () => {
  it('sums up all runs', () => {
    expect(summarise([run({ numPassedTests: 40 }), run({ numPassedTests: 2 })])).toEqual({
      line: '42 passed, 0 failed',
      success: true,
    });
  });

  it('says what was skipped where something was', () => {
    const { line } = summarise([run({ numPassedTests: 1, numPendingTests: 2, numTodoTests: 1 })]);
    expect(line).toBe('1 passed, 0 failed, 3 skipped');
  });

  it('fails where a test failed in any run', () => {
    const runs = [run({ numPassedTests: 3, numFailedTests: 1 }, 1), run({ numPassedTests: 1 })];
    expect(summarise(runs)).toEqual({ line: '4 passed, 1 failed', success: false });
  });

  it('counts a file that does not load as a failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const whole = { status: 'passed', assertionResults: [{ status: 'passed' }] };
    const runs = [run({ numPassedTests: 1, testResults: [broken, whole] }, 1)];
    expect(summarise(runs).line).toBe('1 passed, 1 failed');
  });

  it('counts the tests of a failed file, not the file on top of them', () => {
    const file = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    const runs = [run({ numFailedTests: 1, testResults: [file] }, 1)];
    expect(summarise(runs).line).toBe('0 passed, 1 failed');
  });

  it('counts an error that no test caught', () => {
    expect(summarise([run({ numPassedTests: 5 }, 1)]).line).toBe('5 passed, 1 failed');
  });

  it('counts a run that broke off before it reported', () => {
    const runs = [run({ numPassedTests: 5 }), { code: 137, report: null }];
    expect(summarise(runs)).toEqual({ line: '5 passed, 1 failed', success: false });
  });

  it('fails where no test ran', () => {
    expect(summarise([run({}), run({ numPendingTests: 3 })])).toEqual({
      line: '0 passed, 1 failed, 3 skipped',
      success: false,
    });
  });
});
