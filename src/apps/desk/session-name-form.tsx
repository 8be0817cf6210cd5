import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { LONGEST_SESSION_NAME } from '../../lib/session-name.ts';

interface Props {
  readonly name: string;
  /** The title of the deck, which is shown where there is no name. */
  readonly title: string;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

/** A field for the name of a session. Enter saves, Escape cancels. */
export function SessionNameForm({ name, title, onSave, onCancel }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <form
      class="session-name-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(field.current?.value ?? '');
      }}
    >
      <label for={id}>Name of this session</label>
      <input
        ref={field}
        id={id}
        class="field"
        value={name}
        placeholder={title}
        maxLength={LONGEST_SESSION_NAME}
        autocomplete="off"
        onKeyDown={({ key }) => {
          if (key === 'Escape') onCancel();
        }}
      />
      <button class="button button-primary">Save</button>
      <button type="button" class="button" onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}
