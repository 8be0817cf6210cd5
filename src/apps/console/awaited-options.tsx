import { useEffect } from 'preact/hooks';
import { FEWEST_OPTIONS } from '../../activities/fewest-options.ts';
import type { ConsoleActivityView, ConsoleSnapshot } from '../../session/views.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { countReadyTexts, letsTextsThrough } from './count-ready-texts.ts';
import type { ReportProblem } from './report-problem.ts';

interface Props {
  readonly activity: ConsoleActivityView;
  readonly snapshot: ConsoleSnapshot;
  readonly report: ReportProblem;
}

/** The source of options that the room still writes, and how many of them there are. */
export function AwaitedOptions({ activity, snapshot, report }: Props) {
  const { awaits, phase } = activity;
  const source = snapshot.activities.find(({ id }) => id === awaits?.activity);
  const ready = countReadyTexts(source?.ownTally ?? null);
  const isWaiting = awaits !== undefined && phase === 'waiting';
  const isReady = ready >= FEWEST_OPTIONS;
  useEffect(() => {
    // An earlier press was refused for want of them.
    if (isWaiting && isReady) report(null);
  }, [isReady]);
  if (!isWaiting) return null;
  return (
    <p class="caption">
      Its options will be the most frequent texts, up to {awaits.top}, of “
      <span lang={snapshot.lang}>
        <OwnText>{source?.question ?? awaits.activity}</OwnText>
      </span>
      ”. It needs at least {FEWEST_OPTIONS} texts that are approved
      {source !== undefined &&
        letsTextsThrough(source.content) &&
        ', or come through by themselves'}
      : there {ready === 1 ? 'is' : 'are'} {ready}.
    </p>
  );
}
