import { QrCode } from '../../ui/qr-code.tsx';
import { hostOf, formatCode } from '../../ui/session-path.ts';
import { OwnText } from '../../ui/own-text.tsx';

/** The join screen: address, code and QR code over the whole stage. */
export function JoinPanel(props: { title: string; code: string; joinUrl: string; online: number }) {
  const { title, code, joinUrl, online } = props;
  return (
    <section class="join-panel" aria-label="Join screen">
      <div class="join-text">
        <h1>
          <OwnText>{title}</OwnText>
        </h1>
        <dl lang="en">
          <dt>Open</dt>
          <dd class="join-address">
            <span class="ltr">{hostOf(joinUrl)}</span>
          </dd>
          <dt>and enter</dt>
          <dd class="join-number">
            <span class="ltr">{formatCode(code)}</span>
          </dd>
        </dl>
        <p class="join-online" lang="en">
          <b>{online}</b> {online === 1 ? 'person' : 'people'} online
        </p>
      </div>
      {joinUrl !== '' && <QrCode text={joinUrl} label={`QR code that opens ${joinUrl}`} />}
    </section>
  );
}
