import { consoleKeys } from '../../presenting/console-keys.ts';
import { areLetterKeysOn, switchLetterKeys } from '../../presenting/letter-keys.ts';
import { ModalDialog } from '../../presenting/modal-dialog.tsx';

interface Props {
  /** true for a deck from right to left, where an arrow to the left leads on. */
  readonly isMirrored: boolean;
  readonly onClosed: () => void;
}

const mirrored: Readonly<Record<string, string>> = { '←': '→', '→': '←' };

/** The list of the console's keys. */
export function KeysDialog({ isMirrored, onClosed }: Props) {
  return (
    <ModalDialog name="Keys" class="confirm keys-dialog" onClosed={onClosed}>
      <h2>Keys</h2>
      <dl class="keys-list">
        {consoleKeys.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{(isMirrored && mirrored[key]) || key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="letter-keys">
        <input
          type="checkbox"
          defaultChecked={areLetterKeysOn()}
          onChange={({ currentTarget }) => switchLetterKeys(currentTarget.checked)}
        />
        Letters and signs are keys in this browser
      </label>
      <form method="dialog" class="confirm-buttons">
        <button class="button" autofocus>
          Close
        </button>
      </form>
    </ModalDialog>
  );
}
