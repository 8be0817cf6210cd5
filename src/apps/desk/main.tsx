import '../../ui/tokens.css';
import '../../ui/fonts.css';
import '../../ui/pages.css';
import './desk.css';
import { mount } from '../../ui/mount.ts';
import { codeInPath } from '../../ui/session-path.ts';
import { DeskPage } from './desk-page.tsx';
import { ResultsPage } from './results-page.tsx';

const code = codeInPath(location.pathname);
mount(code === '' ? <DeskPage /> : <ResultsPage code={code} />);
