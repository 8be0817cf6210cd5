interface Props {
  /** The label of the button that sends the form. */
  readonly label: string;
  /** The label of the button that closes the dialog. */
  readonly cancel?: string;
  /** true while the form is on its way. */
  readonly isBusy?: boolean;
}

/** The two buttons below a form in a dialog. */
export function DialogButtons({ label, cancel = 'Cancel', isBusy = false }: Props) {
  return (
    <div class="confirm-buttons">
      <button
        type="button"
        class="button"
        onClick={({ currentTarget }) => currentTarget.closest('dialog')?.close()}
      >
        {cancel}
      </button>
      <button class="button button-primary" aria-disabled={isBusy}>
        {label}
      </button>
    </div>
  );
}
