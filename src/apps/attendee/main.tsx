import '../../ui/tokens.css';
import './attendee.css';
import { mount } from '../../ui/mount.ts';
import { codeInPath, codeProblem } from '../../ui/session-path.ts';
import { AttendeePage } from './attendee-page.tsx';
import { Join } from './join.tsx';

// index.html already holds the page's first text, so that it is read before this script is loaded.
const code = codeInPath(location.pathname);
const problem = codeProblem(code);
mount(
  problem === null ? (
    <AttendeePage code={code} />
  ) : (
    <Join code={code} problem={location.pathname === '/' ? null : problem} />
  ),
);
