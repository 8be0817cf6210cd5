import 'reveal.js/reveal.css';
import '../../ui/tokens.css';
import '../../ui/fonts.css';
import '../../ui/slides.css';
import './stage.css';
import { openStage } from '../../client/sessions/presenting-session.ts';
import { keepTranslatedText } from '../../ui/keep-translated-text.ts';
import { mount } from '../../ui/mount.ts';
import { codeInPath } from '../../ui/session-path.ts';
import { PrintPage } from './print-page.tsx';
import { StagePage } from './stage-page.tsx';

const session = openStage(codeInPath(location.pathname));
const printing = new URLSearchParams(location.search).has('print-pdf');
keepTranslatedText(document.body);
mount(printing ? <PrintPage session={session} /> : <StagePage session={session} />);
