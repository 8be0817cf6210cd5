import type { Delivery } from '../../protocol/protocol.ts';
import { WarningMark } from '../../ui/marks.tsx';
import { alarmOf, silentInWords } from './delivery-words.ts';

interface Props {
  readonly online: number;
  readonly delivery: Delivery | null;
  readonly ended: boolean;
}

/** Where the room's answers are: on the phones, at the server, on its disk. */
export function DeliveryBar({ online, delivery, ended }: Props) {
  const question = delivery?.question ?? null;
  const silent = delivery === null ? '' : silentInWords(delivery, ended);
  return (
    <section class="delivery" aria-label="Where the answers are">
      <dl class="delivery-numbers">
        <Count name="Online" value={online} />
        {question !== null && (
          <>
            <Count name="Sent" value={question.sent} />
            <Count name="Recorded" value={question.recorded} />
            <Count name="Pending" value={question.pending} />
          </>
        )}
      </dl>
      {silent !== '' && <p class="delivery-silent">{silent}</p>}
      <Explanation />
      <AlarmLine delivery={delivery} />
    </section>
  );
}

function Count({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Always there, so that what appears in it is read out. */
function AlarmLine({ delivery }: { delivery: Delivery | null }) {
  const alarm = delivery === null ? null : alarmOf(delivery);
  return (
    <p class={`delivery-alarm ${alarm === null ? '' : `delivery-alarm-${alarm.is}`}`} role="status">
      {alarm !== null && (
        <>
          <WarningMark />
          <span>{alarm.words}</span>
        </>
      )}
    </p>
  );
}

function Explanation() {
  return (
    <details class="delivery-words">
      <summary>What these say</summary>
      <ul>
        <li>
          <b>Online</b>: people whose page is connected now.
        </li>
        <li>
          <b>Sent</b>: people whose answer to the question on this slide has reached the server.
        </li>
        <li>
          <b>Recorded</b>: of these, people whose latest answer is on disk. It cannot be lost.
        </li>
        <li>
          <b>Pending</b>: the others. Their answer waits for the disk; their phone keeps it until
          then.
        </li>
        <li>
          <b>Silent</b>: phones that were here and have gone in the last five minutes. They sleep,
          have closed the page, or have no network. They come back by themselves.
        </li>
      </ul>
    </details>
  );
}
