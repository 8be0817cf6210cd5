import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import type { Delivery } from '../../protocol/messages.ts';
import { WarningMark } from '../../ui/marks.tsx';
import type { WireError } from '../../protocol/wire-error.ts';

interface Props {
  readonly session: Pick<ConsoleSession, 'online' | 'delivery' | 'storageProblem'>;
  readonly ended: boolean;
}

/** Counts of people online and of their answers: sent, recorded, pending. */
export function DeliveryBar({ session, ended }: Props) {
  const delivery = session.delivery.value;
  const question = delivery?.question ?? null;
  // After the end everybody disconnects.
  const silent = delivery === null || ended ? '' : disconnectedLabel(delivery);
  return (
    <section class="delivery" aria-label="Answer delivery">
      <dl class="delivery-numbers">
        <Count name="Online" value={session.online.value} />
        {question !== null && (
          <>
            <Count name="Sent" value={question.sent} />
            <Count name="Recorded" value={question.recorded} />
            <Count name="Pending" value={question.pending} />
          </>
        )}
      </dl>
      {silent !== '' && <p class="delivery-disconnected">{silent}</p>}
      <Explanation />
      <Alarm trouble={session.storageProblem.value} delivery={delivery} />
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

/** Warnings about recording that a presenter should see at once. */
function Alarm(props: { readonly trouble: WireError | null; readonly delivery: Delivery | null }) {
  const { trouble, delivery } = props;
  // While nothing is recorded, the first warning explains the second.
  const wait = trouble !== null || delivery === null ? '' : overdueLabel(delivery);
  return (
    <>
      {trouble !== null && (
        <p class="delivery-alarm problem" role="alert">
          <WarningMark />
          <span>{notRecordedLabel(trouble)}</span>
        </p>
      )}
      {/* Always there, so that screen readers announce its changes. */}
      <p class="delivery-alarm" role="status">
        {wait !== '' && (
          <>
            <WarningMark />
            <span>{wait}</span>
          </>
        )}
      </p>
    </>
  );
}

function Explanation() {
  return (
    <details class="delivery-help">
      <summary>What these numbers mean</summary>
      <ul>
        <li>
          <b>Online</b>: people who are connected now.
        </li>
        <li>
          <b>Sent</b>: people whose answer to this question has reached the server.
        </li>
        <li>
          <b>Recorded</b>: of these, people whose latest answer is saved to disk. It cannot be lost.
        </li>
        <li>
          <b>Pending</b>: of these, people whose latest answer is not saved yet. Their phone keeps
          it until it is.
        </li>
        <li>
          <b>Disconnected</b>: phones that lost their connection in the last five minutes. They are
          asleep, have closed the page, or have no network. They reconnect automatically.
        </li>
      </ul>
    </details>
  );
}

/** Warns that nothing is recorded, with the server's reason. */
function notRecordedLabel({ message }: WireError): string {
  return `Answers are not being recorded. ${message} Phones keep them and send them again.`;
}

/**
 * Warns that answers have been waiting; empty if none has for long. Without a number, so that screen
 * readers announce it once and not with each answer.
 */
function overdueLabel({ question }: Delivery): string {
  if ((question?.overdue ?? 0) === 0) return '';
  return 'Some answers have been waiting for more than five seconds to be recorded. Phones keep them and send them again.';
}

/** "3 phones disconnected"; empty for none. */
function disconnectedLabel({ silent }: Delivery): string {
  if (silent === 0) return '';
  return `${silent} ${silent === 1 ? 'phone' : 'phones'} disconnected`;
}
