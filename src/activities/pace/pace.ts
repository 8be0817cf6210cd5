import { isRecord } from '../../lib/json.ts';
import { failure, success } from '../../lib/result.ts';
import type { ActivityType } from '../contract.ts';
import { signalLabels, signals, type PaceAnswer, type PaceShown } from './content.ts';
import { addSignal, endSignal, stretchesOf, stretchesUntil, type PaceTally } from './tally.ts';

type Rules = ActivityType<Record<string, never>, PaceAnswer, PaceTally, PaceShown | null>;

export const pace: Rules = {
  type: 'pace',
  // One who is lost has to be able to say so; the presenter alone sees it, and not who it is.
  minAnswers: 1,
  results: 'live',

  read: () => ({}),
  publicContent: () => ({}),
  correctAnswer: () => null,
  isCorrect: () => null,

  check(_content, answer) {
    const given = isRecord(answer) ? answer['signal'] : undefined;
    if (given === null) return success({ signal: null });
    const signal = signals.find((one) => one === given);
    if (signal === undefined) return failure(`The signals are ${signals.join(', ')}.`);
    return success({ signal });
  },

  emptyTally: () => ({ counts: new Map(), given: new Map() }),

  count(tally, { signal }, by, attendee, at = 0) {
    if (signal === null) return;
    if (by === 1) addSignal(tally, signal, attendee, at);
    else endSignal(tally, signal, attendee, at);
  },

  show: (tally, _content, { audience, now }) =>
    audience === 'room' ? null : { stretches: stretchesOf(tally), now },

  report: (_content, { signal }) =>
    signal === null
      ? []
      : [{ item: '', value: signals.indexOf(signal) + 1, choice: signalLabels[signal], text: '' }],

  // Its lines name no attendee.
  variables: () => [],

  channel: {
    audience: 'presenter',
    question: 'Pace',
    report: (tally, now) =>
      stretchesUntil(tally, now).flatMap(({ at, counts }) =>
        signals.flatMap((signal, place) => {
          const people = counts[place] ?? 0;
          if (people === 0) return [];
          return [{ item: '', value: people, choice: signalLabels[signal], text: '', at }];
        }),
      ),
  },

  example: '',

  sample: {
    options: { id: 'pace', question: 'Pace' },
    fitting: [{ signal: 'slow' }, { signal: 'right' }, { signal: 'lost' }, { signal: null }],
    unfitting: [null, 'slow', {}, { signal: 'fine' }, { signal: 1 }, { signal: ['slow'] }],
  },

  sampleAnswer: (_content, attendee) => ({ signal: signals[attendee % signals.length] ?? null }),
};
