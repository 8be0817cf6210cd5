import { useId } from 'preact/hooks';
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
  const status = useId();
  const isUnsent = send === null ? isDraft : !send.given;
  const unsent = isUnsent ? { obstacle: send?.obstacle ?? null } : null;
  const look = isUnsent && state.is !== 'refused' ? 'unsent' : state.is;
  return (
    <div class={`answer-bar answer-${activity.phase}`} lang="en">
      {send !== null && <SendButton send={send} describedBy={status} />}
      <p id={status} class={`answer-state answer-${look}`} role="status">
        {(note ? `${note} ` : '') + answerLabel(state, activity, unsent)}
      </p>
    </div>
  );
}

function SendButton({ send, describedBy }: { send: SendOffer; describedBy: string }) {
  return (
    // Not `disabled`: a button that can't be focused can't say why it does nothing.
    <button
      form={send.form}
      class="button button-primary"
      aria-disabled={send.obstacle !== null || send.given}
      aria-describedby={describedBy}
    >
      Send
    </button>
  );
}
