import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import type { ReportProblem } from './report-problem.ts';

interface Props {
  readonly session: ConsoleSession;
  readonly report: ReportProblem;
}

/** A button that shows the QR code by which a phone becomes a remote of this session. */
export function UseMyPhone({ session, report }: Props) {
  const headingId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { link, renew } = useRemoteLink(session, isOpen);
  const show = (): void => {
    dialog.current?.showModal();
    setOpen(true);
  };
  const disconnect = async (): Promise<void> => {
    report(await session.control('remotes:disconnect', {}));
    renew();
  };
  const isOnline = session.status.value.is === 'online';
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={show}>
        Use my phone
      </button>
      <dialog
        ref={dialog}
        class="confirm join-card"
        aria-labelledby={headingId}
        onClose={() => setOpen(false)}
      >
        <h2 id={headingId}>Use my phone</h2>
        <p>
          Scan this code with your phone, and move the slides from there. Whoever scans it can do
          so, and read your notes, until the session ends or you disconnect phones.
        </p>
        {link === null ? (
          <p role="status">{isOnline ? 'One moment…' : 'No connection. Reconnecting…'}</p>
        ) : (
          <QrCode text={link} label="QR code that makes a phone a remote of this session" />
        )}
        <p role="status">{connectedLabel(session.remotes.value)}</p>
        <div class="confirm-buttons">
          {session.remotes.value > 0 && (
            <button type="button" class="button" onClick={() => void disconnect()}>
              Disconnect phones
            </button>
          )}
          <form method="dialog">
            <button class="button" autofocus>
              Close
            </button>
          </form>
        </div>
      </dialog>
    </>
  );
}

/** The link, a secret, for as long as the dialog shows it. `renew` asks for the present one. */
function useRemoteLink(
  session: ConsoleSession,
  isOpen: boolean,
): { readonly link: string | null; readonly renew: () => void } {
  const [link, setLink] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const isOnline = session.status.value.is === 'online';
  useEffect(() => {
    if (!isOpen || !isOnline) return;
    const wanted = new AbortController();
    void session.remoteLink().then((url) => {
      if (!wanted.signal.aborted) setLink(url);
    });
    return () => {
      wanted.abort();
      setLink(null);
    };
  }, [isOpen, isOnline, asked]);
  return { link, renew: () => setAsked(asked + 1) };
}

function connectedLabel(phones: number): string {
  if (phones === 0) return 'No phone is connected.';
  return phones === 1 ? '1 phone is connected.' : `${phones} phones are connected.`;
}
