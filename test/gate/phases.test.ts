import { describe, expect, it } from 'vitest';
import { planRuns } from './phases.mjs';

describe('npm test', () => {
  it('runs what is quick before what needs a browser', () => {
    expect(planRuns([])).toEqual({
      phases: [
        ['--project', 'rules', '--project', 'integration'],
        ['--project', 'e2e'],
      ],
      product: true,
      browser: true,
    });
  });

  it('runs the long tests of faults last, and only where they are asked for', () => {
    const { phases } = planRuns(['--faults', '--bail=1']);
    expect(phases.at(-1)).toEqual(['--project', 'faults', '--bail=1']);
    expect(phases).toHaveLength(3);
    expect(planRuns(['--bail=1']).phases).toHaveLength(2);
  });

  it('hands arguments on to every run', () => {
    expect(planRuns(['poll', '--bail=1']).phases).toEqual([
      ['--project', 'rules', '--project', 'integration', 'poll', '--bail=1'],
      ['--project', 'e2e', 'poll', '--bail=1'],
    ]);
  });

  it.each([[['--project', 'rules']], [['--project=rules', 'poll']]])(
    'needs neither the product nor a browser for the rules alone: %j',
    (args) => {
      expect(planRuns(args)).toEqual({ phases: [args], product: false, browser: false });
    },
  );

  it('needs no browser for the integration tests', () => {
    expect(planRuns(['--project', 'integration'])).toMatchObject({ product: true, browser: false });
  });

  it('needs everything where one of the named projects does', () => {
    const args = ['--project', 'rules', '--project', 'e2e'];
    expect(planRuns(args)).toEqual({ phases: [args], product: true, browser: true });
  });
});
