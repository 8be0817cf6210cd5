import 'reveal.js/reveal.css';
import '../../ui/tokens.css';
import '../../ui/fonts.css';
import '../../ui/slides.css';
import '../../ui/pages.css';
import '../../ui/charts/narrow-histogram.css';
import './desk.css';
import './deck-cards.css';
import './session-rows.css';
import './results.css';
import { keepTranslatedText } from '../../ui/keep-translated-text.ts';
import { mount } from '../../ui/mount.ts';
import { codeInPath } from '../../ui/session-path.ts';
import { DeskPage } from './desk-page.tsx';
import { ResultsPage } from './results-page.tsx';

const code = codeInPath(location.pathname);
keepTranslatedText(document.body);
mount(code === '' ? <DeskPage /> : <ResultsPage code={code} />);
