import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import type { ReportProblem } from './report-problem.ts';
import { ToggleButton } from './toggle-button.tsx';

interface Props {
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly report: ReportProblem;
}

/** Lets phones show the present slide between questions, or keeps it from them. */
export function SlidesOnPhones({ session, snapshot, report }: Props) {
  const { followed } = snapshot;
  const toggle = (): void => {
    void session.control('follow:set', { on: !followed }).then(report);
  };
  return <ToggleButton label="Slides on phones" isOn={followed} onPress={toggle} />;
}
