import type { AnswerState } from '../../../client/sessions/attendee-session.ts';
import type { ActivityView } from '../../../session/views.ts';

export type Answered = Pick<ActivityView, 'hash' | 'round'>;

/** The ids of the open questions whose recorded answer a reset has taken, as long as none is given since. */
export function takenAnswers(
  recorded: ReadonlyMap<string, Answered>,
  questions: readonly Pick<ActivityView, 'id' | 'hash' | 'round' | 'phase'>[],
  stateOf: (id: string) => AnswerState['is'],
): readonly string[] {
  const taken = questions.filter(({ id, hash, round, phase }) => {
    const before = recorded.get(id);
    if (before === undefined || before.hash !== hash || before.round >= round) return false;
    return phase === 'open' && stateOf(id) === 'none';
  });
  return taken.map(({ id }) => id);
}
