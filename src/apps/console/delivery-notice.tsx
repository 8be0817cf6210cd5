import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import type { QuestionDelivery } from '../../protocol/messages.ts';
import { WarningMark } from '../../ui/marks.tsx';
import type { WireError } from '../../protocol/wire-error.ts';

interface Props {
  readonly session: Pick<ConsoleSession, 'delivery' | 'storageProblem'>;
}

/** Warnings about recording that a presenter should see at once, with the numbers on demand. */
export function DeliveryNotice({ session }: Props) {
  const trouble = session.storageProblem.value;
  const question = session.delivery.value?.question ?? null;
  const isOverdue = (question?.overdue ?? 0) > 0;
  const waits = question !== null && question.pending > 0 && (isOverdue || trouble !== null);
  return (
    <section class="delivery" aria-label="Answer delivery" lang="en">
      {trouble !== null && (
        <p class="delivery-line problem" role="alert">
          <WarningMark />
          <span>{notRecordedLabel(trouble)}</span>
        </p>
      )}
      {waits && (
        <div class="delivery-line">
          <WarningMark />
          <p>{pendingLabel(question)}</p>
          <Details question={question} />
        </div>
      )}
      {/* Without a number: a screen reader says it once, and not with each answer. */}
      <p class="visually-hidden" role="status">
        {waits ? 'Some answers are not recorded yet.' : ''}
      </p>
    </section>
  );
}

function Details({ question }: { question: QuestionDelivery }) {
  return (
    <details class="delivery-details">
      <summary>Details</summary>
      <dl>
        <Count name="Sent" value={question.sent} help="answers have reached the server" />
        <Count name="Recorded" value={question.recorded} help="of them are saved to disk" />
        <Count name="Pending" value={question.pending} help="are not saved yet" />
      </dl>
      <p>Each phone keeps its answer until it is saved, and sends it again by itself.</p>
    </details>
  );
}

function Count({ name, value, help }: { name: string; value: number; help: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b> {help}
      </dd>
    </div>
  );
}

/** Warns that nothing is recorded, with the server's reason. */
function notRecordedLabel({ message }: WireError): string {
  return `Answers are not being recorded. ${message} Phones keep them and send them again.`;
}

/** "12 answers are not recorded yet. They are kept on the phones." */
function pendingLabel({ pending }: QuestionDelivery): string {
  return pending === 1
    ? '1 answer is not recorded yet. It is kept on the phone.'
    : `${pending} answers are not recorded yet. They are kept on the phones.`;
}
