import { StepHeading } from './step-heading.tsx';

interface Props {
  readonly name: string;
  /** In bytes, as `of`. */
  readonly sent: number;
  readonly of: number;
}

/** The progress of bringing a deck to the server, which then reads it. */
export function SendingProgress({ name, sent, of }: Props) {
  const isSent = sent >= of;
  return (
    <>
      <StepHeading text={name} />
      <p role="status">{isSent ? 'The server reads it…' : 'It goes to the server…'}</p>
      <progress
        class="bring-deck-progress"
        aria-label="Sent"
        {...(isSent ? {} : { value: sent, max: of })}
      />
      <form method="dialog" class="confirm-buttons">
        <button class="button">Cancel</button>
      </form>
    </>
  );
}
