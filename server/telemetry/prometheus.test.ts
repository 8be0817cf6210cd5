import { describe, expect, it } from 'vitest';
import { Counter, CounterBy, exposition, Gauge, Histogram } from './prometheus.ts';

describe('what Prometheus reads', () => {
  it('[A9] has a line for each value that is known beforehand, and one for all others', () => {
    const refusals = new CounterBy('refusals_total', 'Refusals.', 'reason', ['full', 'reset']);
    for (const reason of ['full', 'full', 'made up', '"} 7\nvotes_total 9', 'other']) {
      refusals.add(reason);
    }
    expect(exposition([refusals])).toBe(
      [
        '# HELP refusals_total Refusals.',
        '# TYPE refusals_total counter',
        'refusals_total{reason="full"} 2',
        'refusals_total{reason="reset"} 0',
        'refusals_total{reason="other"} 3',
        '',
      ].join('\n'),
    );
  });

  it('[S10] has what was counted, what is so now, and how large something was', () => {
    const votes = new Counter('votes_total', 'Votes.');
    votes.add();
    const here = new Gauge('here', 'Here.', () => [{ labels: { role: 'stage' }, value: 2 }]);
    const seconds = new Histogram('seconds', 'Time.', [0.1, 1]);
    for (const value of [0.1, 0.5, 7]) seconds.observe(value);
    expect(exposition([votes, here, seconds])).toBe(
      [
        '# HELP votes_total Votes.',
        '# TYPE votes_total counter',
        'votes_total 1',
        '# HELP here Here.',
        '# TYPE here gauge',
        'here{role="stage"} 2',
        '# HELP seconds Time.',
        '# TYPE seconds histogram',
        'seconds_bucket{le="0.1"} 1',
        'seconds_bucket{le="1"} 2',
        'seconds_bucket{le="+Inf"} 3',
        'seconds_sum 7.6',
        'seconds_count 3',
        '',
      ].join('\n'),
    );
  });
});
