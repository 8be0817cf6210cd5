import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './choice.css';

interface Props {
  /** The reason why the draft cannot be sent yet; null if it can. */
  readonly obstacle: string | null;
  /** True if the draft equals the recorded answer. */
  readonly given: boolean;
  onSend(): void;
}

/** The button Send, and below it whether the draft can be sent. */
export function SendChoices({ obstacle, given, onSend }: Props): ComponentChildren {
  const status = useId();
  const unsendable = obstacle !== null || given;
  return (
    <div class="choice-send" lang="en">
      {/* Not `disabled`: a button that can't be focused can't say why it does nothing. */}
      <button
        type="button"
        class="button button-primary"
        aria-disabled={unsendable}
        aria-describedby={status}
        onClick={() => unsendable || onSend()}
      >
        Send
      </button>
      <p id={status} class="choice-note" role="status">
        {obstacle ?? (given ? 'This is your answer.' : 'Ready to send.')}
      </p>
    </div>
  );
}
