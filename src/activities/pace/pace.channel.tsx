import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChannelViewProps } from '../channel-views.ts';
import { HOLDS, signalLabels, signals, STRETCH_MS, type PaceAnswer } from './content.ts';
import './pace.css';

type Props = ChannelViewProps<Record<string, never>, PaceAnswer, null>;

/** Four signals about the pace, of which one holds for some minutes; the second tap takes it back. */
export default function PaceChannel(props: Props): ComponentChildren {
  const { delivery, give } = props;
  const holding = useHolding(props);
  return (
    <div class="pace" role="group" aria-label="Pace" lang="en">
      <p class="pace-question">How is the pace?</p>
      {signals.map((signal) => (
        <button
          key={signal}
          type="button"
          class="button"
          aria-pressed={holding === signal}
          onClick={() => give({ signal: holding === signal ? null : signal })}
        >
          {signalLabels[signal]}
        </button>
      ))}
      <p class="caption" role="status">
        {note(delivery, holding !== null)}
      </p>
    </div>
  );
}

function note(delivery: Props['delivery'], isHolding: boolean): string {
  switch (delivery.is) {
    case 'sending':
      return 'Sending…';
    case 'kept':
      return 'It will be sent when you are back online.';
    case 'delayed':
    case 'refused':
      return `Not sent: ${delivery.reason}`;
    default:
      return isHolding
        ? 'The presenter sees it without your name, for three minutes.'
        : 'Only the presenter sees it, without your name.';
  }
}

/** The signal that holds now; null once its time is over. */
function useHolding({ answer, answeredAt, now }: Props): PaceAnswer['signal'] {
  const [, redraw] = useState(0);
  const end =
    answeredAt === null ? null : (Math.floor(answeredAt / STRETCH_MS) + HOLDS) * STRETCH_MS;
  useEffect(() => {
    if (end === null || end <= now()) return;
    const timer = setTimeout(() => redraw(end), end - now());
    return () => clearTimeout(timer);
  }, [end]);
  return end !== null && end <= now() ? null : (answer?.signal ?? null);
}
