import { describe, expect, it } from 'vitest';
import { Counter, CounterBy, exposition, Gauge, Histogram } from './prometheus.ts';

describe('the text for Prometheus', () => {
  it('[A9] has a line for each value that is known beforehand, and one for all others', () => {
    const refusals = new CounterBy('refusals_total', 'Refusals.', 'reason', ['full', 'reset']);
    for (const reason of ['full', 'full', 'made up', '"} 7\nanswers_total 9', 'other']) {
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

  it('[S10] has counters, gauges and histograms', () => {
    const answers = new Counter('answers_total', 'Answers.');
    answers.add();
    const here = new Gauge('here', 'Here.', () => [{ labels: { role: 'stage' }, value: 2 }]);
    const seconds = new Histogram('seconds', 'Time.', [0.1, 1]);
    for (const value of [0.1, 0.5, 7]) seconds.observe(value);
    expect(exposition([answers, here, seconds])).toBe(
      [
        '# HELP answers_total Answers.',
        '# TYPE answers_total counter',
        'answers_total 1',
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
