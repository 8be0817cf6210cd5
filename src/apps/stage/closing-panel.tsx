import { OwnText } from '../../ui/own-text.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { TypedAddress } from './typed-address.tsx';
import './closing-panel.css';

/** The closing slide over the whole stage: thanks, and the way to one's own page. */
export function ClosingPanel({ title, joinUrl }: { title: string; joinUrl: string }) {
  return (
    <section class="join-panel closing-panel" aria-label="Closing slide">
      <div class="join-text">
        <h1 lang="en">Thank you</h1>
        <p class="closing-title">
          <OwnText>{title}</OwnText>
        </p>
        <dl lang="en">
          <dt>Your own page, with your answers next to the room’s:</dt>
          <dd class="closing-address">
            <TypedAddress url={joinUrl} />
          </dd>
        </dl>
        <p class="closing-note" lang="en">
          Your phone shows it already. Save it there to keep it.
        </p>
      </div>
      {joinUrl !== '' && <QrCode text={joinUrl} label={`QR code that opens ${joinUrl}`} />}
    </section>
  );
}
