import { stateId } from '../../activities/send-form.tsx';
import type { SendOffer } from '../../activities/views.ts';
import type { AnswerState } from '../../client/sessions/attendee-session.ts';
import type { ActivityView } from '../../session/views.ts';
import { answerLabel } from './answer-labels.ts';

interface Props {
  readonly activity: ActivityView;
  readonly state: AnswerState;
  /** A sentence on what came before this state. */
  readonly note: string | undefined;
  readonly send: SendOffer | null;
  /** True if something was typed or marked and not sent. */
  readonly isDraft: boolean;
}

/** The state of the answer, and the button Send where the answer is composed first. */
export function AnswerBar({ activity, state, note, send, isDraft }: Props) {
  const status = send === null ? undefined : stateId(send.form);
  const isUnsent = send === null ? isDraft : !send.given;
  const unsent = isUnsent ? { obstacle: send?.obstacle ?? null } : null;
  const look = isUnsent && state.is !== 'refused' ? 'unsent' : state.is;
  return (
    <div class={`answer-bar answer-${activity.phase}`} lang="en">
      {send !== null && <SendButton {...send} />}
      <p id={status} class={`answer-state answer-${look}`} role="status">
        {(note ? `${note} ` : '') + answerLabel(state, activity, unsent)}
      </p>
    </div>
  );
}

function SendButton({ form, obstacle, given }: SendOffer) {
  return (
    // Not `disabled`: a button that can't be focused can't say why it does nothing.
    <button
      form={form}
      class="button button-primary"
      aria-disabled={obstacle !== null || given}
      aria-describedby={stateId(form)}
    >
      Send
    </button>
  );
}
