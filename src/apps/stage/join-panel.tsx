import { QrCode } from '../../ui/qr-code.tsx';
import { hostOf, formatCode } from '../../ui/session-path.ts';

/** The join screen: address, code and QR code over the whole stage. */
export function JoinPanel(props: { title: string; code: string; joinUrl: string; online: number }) {
  const { title, code, joinUrl, online } = props;
  return (
    <section class="join-panel" aria-label="Join screen">
      <div class="join-text">
        <h1>{title}</h1>
        <dl lang="en">
          <dt>Open</dt>
          <dd class="join-address">{hostOf(joinUrl)}</dd>
          <dt>and enter</dt>
          <dd class="join-number">{formatCode(code)}</dd>
        </dl>
        <p class="join-online" lang="en">
          <b>{online}</b> {online === 1 ? 'person' : 'people'} online
        </p>
      </div>
      {joinUrl !== '' && <QrCode text={joinUrl} label={`QR code that opens ${joinUrl}`} />}
    </section>
  );
}
