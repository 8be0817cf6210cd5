import type { ComponentChildren } from 'preact';
import { View } from '../../ui/charts/view.tsx';
import type { StageViewProps } from '../views.ts';
import { signalLabels, signals, STRETCH_MS, type PaceShown, type PaceStretch } from './content.ts';
import { PaceBars, PaceLegend } from './parts/pace-bars.tsx';

type Props = StageViewProps<Record<string, never>, PaceShown>;

/** The pace over the whole talk, for the results: a chart, and its numbers by minute as a table. */
export default function PaceStage({ tally }: Props): ComponentChildren {
  // A signal holds for minutes that are still to come.
  const stretches = tally?.stretches.filter(({ at }) => at <= tally.now) ?? [];
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <View>
      <PaceBars stretches={stretches} from={first.at} to={last.at} />
      <PaceLegend />
      <details>
        <summary lang="en">Table</summary>
        <table lang="en">
          <thead>
            <tr>
              <th scope="col">Minute</th>
              {signals.map((signal) => (
                <th key={signal} scope="col">
                  {signalLabels[signal]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stretches.map((stretch) => (
              <Row key={stretch.at} stretch={stretch} minute={minuteOf(stretch, first)} />
            ))}
          </tbody>
        </table>
      </details>
    </View>
  );
}

function Row({ stretch, minute }: { stretch: PaceStretch; minute: number }): ComponentChildren {
  return (
    <tr>
      <th scope="row">{minute}</th>
      {signals.map((signal, place) => (
        <td key={signal}>{stretch.counts[place]}</td>
      ))}
    </tr>
  );
}

/** Minutes since the first signal, in halves. */
function minuteOf({ at }: PaceStretch, first: PaceStretch): number {
  return ((at - first.at) / STRETCH_MS) * 0.5;
}
