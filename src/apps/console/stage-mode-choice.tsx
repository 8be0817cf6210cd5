import { useId } from 'preact/hooks';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import { stageModes, type StageMode } from '../../session/stage-mode.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import type { ReportProblem } from './report-problem.ts';
import './stage-mode-choice.css';

interface Props {
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly report: ReportProblem;
}

const labels: Readonly<Record<StageMode, string>> = {
  light: 'Light',
  dark: 'Dark',
  deck: 'As this deck says',
};

/** Sets all stages of the session in light or dark, or as the deck says. */
export function StageModeChoice({ session, snapshot, report }: Props) {
  const name = useId();
  const choose = (mode: StageMode): void => {
    void session.control('stage-mode:set', { mode }).then(report);
  };
  return (
    <fieldset class="stage-mode">
      <legend>Stage</legend>
      {stageModes.map((mode) => (
        <label key={mode}>
          <input
            type="radio"
            name={name}
            checked={snapshot.chosenMode === mode}
            onChange={() => choose(mode)}
          />
          {labels[mode]}
        </label>
      ))}
    </fieldset>
  );
}
