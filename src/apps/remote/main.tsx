import '../../ui/tokens.css';
import '../../ui/fonts.css';
import '../../ui/pages.css';
import './remote.css';
import { deviceStorage } from '../../client/device/storage.ts';
import { openRemote } from '../../client/sessions/presenting-session.ts';
import { keepTranslatedText } from '../../ui/keep-translated-text.ts';
import { mount } from '../../ui/mount.ts';
import { codeInPath } from '../../ui/session-path.ts';
import { Notice, RemotePage } from './remote-page.tsx';
import { forgetToken, rememberToken } from './remote-token.ts';

const storage = deviceStorage();
const code = codeInPath(location.pathname);
const token = rememberToken(storage, code, location.hash);
// Nobody who looks at the phone, or takes the address from it, becomes a remote.
history.replaceState(null, '', location.pathname);
// Another link that is scanned in this tab changes only what follows the #.
addEventListener('hashchange', () => {
  rememberToken(storage, code, location.hash);
  location.reload();
});
keepTranslatedText(document.body);
mount(
  token === null ? (
    <Notice text="To use this phone as a remote, choose “Use my phone” in the console’s menu, and scan the QR code." />
  ) : (
    <RemotePage session={openRemote(code, token)} onOver={() => forgetToken(storage, code)} />
  ),
);
