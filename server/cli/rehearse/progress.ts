import type { ConsoleActivityView } from '../../../src/session/views.ts';
import { spread } from './statistics.ts';
import type { Crowd } from './crowd.ts';
import { ackSpread } from './findings.ts';
import { milliseconds } from './format.ts';
import { stageDelays } from './stage-latency.ts';
import type { Stage } from './stage.ts';

const LONGEST_QUESTION = 48;

/** One line about a question that was just asked. */
export function progressOf(
  view: ConsoleActivityView | null,
  crowd: Crowd,
  { sightings }: Stage,
): string {
  if (view === null) return 'a question that the console does not know';
  const answers = crowd.answers.filter(({ activity }) => activity === view.id);
  const ack = milliseconds(ackSpread(answers).p99);
  const stage = milliseconds(spread(stageDelays(answers, sightings)).p99);
  const attendees = `${view.answered} of ${crowd.joined} answered`;
  return `${view.type} “${shortened(view.question)}”: ${attendees}; 99 of 100 recorded in ${ack}, on the stage in ${stage}`;
}

function shortened(question: string): string {
  const fits = question.length <= LONGEST_QUESTION;
  return fits ? question : `${question.slice(0, LONGEST_QUESTION - 1).trimEnd()}…`;
}
