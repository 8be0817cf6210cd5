import { useRef } from 'preact/hooks';
import { QrCode } from '../../ui/qr-code.tsx';
import { formatCode } from '../../ui/session-path.ts';

/** A button that shows the link, the code and the QR code on the console. */
export function JoinCard({ url, code }: { url: string; code: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        Join link
      </button>
      <dialog ref={dialog} class="confirm join-card" aria-label="Join link">
        <p class="join-card-code">
          <span class="ltr">{formatCode(code)}</span>
        </p>
        <p>
          <a href={url} target="_blank" rel="noopener">
            {url}
          </a>
        </p>
        <QrCode text={url} label={`QR code that opens ${url}`} />
        <form method="dialog" class="confirm-buttons">
          <button class="button" autofocus>
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
