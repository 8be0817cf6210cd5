import '../../ui/tokens.css';
import './attendee.css';
import { earlyObserver } from '../../ui/early-changes.ts';
import { mount } from '../../ui/mount.ts';
import { codeInPath } from '../../ui/session-path.ts';
import { AttendeePage } from './attendee-page.tsx';
import { Join } from './join.tsx';
import { NO_CODE } from './no-code.ts';

earlyObserver.observe(document.body, { childList: true, subtree: true });
// index.html already holds the page's first text, so that it is read before this script is loaded.
const code = codeInPath(location.pathname);
mount(
  code === '' ? (
    <Join code="" problem={location.pathname === '/' ? null : NO_CODE} />
  ) : (
    <AttendeePage code={code} />
  ),
);
