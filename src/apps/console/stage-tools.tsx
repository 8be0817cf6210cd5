import { useEffect } from 'preact/hooks';
import { listenForPageKeys } from '../../presenting/page-keys.ts';
import type { SlideRemote } from '../../presenting/slide-remote.ts';
import { listenForStageKeys } from '../../presenting/stage-keys.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import type { ReportProblem } from './report-problem.ts';
import { aimLabel } from './aim-label.ts';
import { listenForPenKeys } from './pen-keys.ts';
import type { StagePen } from './stage-pen.ts';
import { ToggleButton } from './toggle-button.tsx';
import './stage-tools.css';

interface Props {
  readonly snapshot: ConsoleSnapshot;
  readonly remote: SlideRemote;
  readonly pen: StagePen;
  readonly report: ReportProblem;
}

/** Buttons and keys for what the stage shows besides its slide. */
export function StageTools({ snapshot, remote, pen, report }: Props) {
  const { blanked, joinCorner, closingShown, reactions, ended } = snapshot;
  useToolKeys(remote, pen, report);
  return (
    <div class="stage-tools" lang="en" role="group" aria-label="Stage">
      {ended && (
        <Tool
          label="Closing slide"
          isOn={closingShown}
          onPress={() => void remote.toggleClosing().then(report)}
        />
      )}
      <Tool
        label="Blank"
        keys="b ."
        isOn={blanked}
        onPress={() => void remote.toggleBlank().then(report)}
      />
      <Tool
        label="QR code"
        keys="q"
        isOn={joinCorner}
        onPress={() => void remote.toggleJoinCorner().then(report)}
      />
      <Tool
        label="Draw"
        keys="d"
        isOn={pen.use.value === 'draw'}
        onPress={() => pen.toggleDrawing()}
      />
      <Tool
        label="Zoom"
        keys="z"
        isOn={pen.zoom.value !== null || pen.use.value === 'zoom'}
        onPress={() => pen.toggleZoom()}
      />
      {/* There even with nothing to erase: the others keep their places, and it keeps the focus. */}
      <button
        type="button"
        class="button button-small"
        aria-label="Erase drawing"
        aria-disabled={pen.drawing.value.length === 0}
        onClick={() => pen.drawing.value.length > 0 && pen.erase()}
      >
        Erase
      </button>
      {reactions !== null && (
        <Tool
          label="Reactions"
          isOn={reactions.on}
          onPress={() => void remote.toggleReactions().then(report)}
        />
      )}
      <p role="status">{toolNote(blanked, pen)}</p>
    </div>
  );
}

function toolNote(blanked: boolean, pen: StagePen): string {
  if (blanked) return 'The stage is blank.';
  if (pen.aim === null) return '';
  const place = aimLabel(pen.aim);
  return place === 'Middle'
    ? 'Press on the part of the slide to enlarge. By keyboard: arrows, then Enter.'
    : `${place}: press Enter to enlarge it.`;
}

interface ToolProps {
  readonly label: string;
  readonly keys?: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

function Tool(props: ToolProps) {
  return <ToggleButton isSmall {...props} />;
}

function useToolKeys(remote: SlideRemote, pen: StagePen, report: ReportProblem): void {
  useEffect(() => {
    const stops = [
      listenForPenKeys(pen),
      listenForStageKeys((press) => void remote[press]().then(report)),
      listenForPageKeys((key) => {
        const use = { d: 'toggleDrawing', z: 'toggleZoom' } as const;
        const name = key.toLowerCase();
        return name === 'd' || name === 'z' ? () => pen[use[name]]() : undefined;
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [remote, pen]);
}
