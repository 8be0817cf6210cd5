import '../../ui/tokens.css';
import './vote.css';
import { mount } from '../../ui/mount.ts';
import { codeInPath } from '../../ui/session-path.ts';
import { AttendeePage } from './attendee-page.tsx';
import { JoinForm } from './join-form.tsx';

// index.html says already what the attendee's page draws first: it is read before this is loaded.
const code = codeInPath(location.pathname);
mount(code === '' ? <JoinForm code="" problem={null} /> : <AttendeePage code={code} />);
