import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ConsoleViewProps } from '../console-views.ts';
import { STRETCH_MS, type PaceShown } from './content.ts';
import { PaceBars, PaceLegend, paceWords } from './parts/pace-bars.tsx';
import './pace.console.css';

type Props = ConsoleViewProps<PaceShown>;

/** The stretches that are drawn: ten minutes. */
const DRAWN = 20;

/** The signals about the pace over the last minutes, with the numbers of the slides beneath them. */
export default function PaceConsole({ tally, slides, now }: Props): ComponentChildren {
  const present = usePresentStretch(now);
  const stretches = tally?.stretches ?? [];
  const from = present - (DRAWN - 1) * STRETCH_MS;
  return (
    <div class="pace-line">
      <p>{paceWords(stretches.find(({ at }) => at === present))}</p>
      <PaceBars stretches={stretches} from={from} to={present} />
      <ol class="pace-slides" aria-label="Slides of the last ten minutes">
        {slides
          .filter(({ at }) => at >= from)
          .map(({ number, at }) => (
            <li
              key={at}
              style={{ insetInlineStart: `${(100 * (at - from)) / (DRAWN * STRETCH_MS)}%` }}
            >
              {number}
            </li>
          ))}
      </ol>
      <PaceLegend />
    </div>
  );
}

/** The start of the present stretch, in milliseconds since 1970-01-01 UTC. */
function usePresentStretch(now: () => number): number {
  const [, redraw] = useState(0);
  const start = Math.floor(now() / STRETCH_MS) * STRETCH_MS;
  useEffect(() => {
    const timer = setTimeout(() => redraw(start), start + STRETCH_MS - now());
    return () => clearTimeout(timer);
  }, [start]);
  return start;
}
