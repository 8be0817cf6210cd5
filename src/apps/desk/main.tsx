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
import './cross.css';
import './comparison/comparison.css';
import { keepTranslatedText } from '../../ui/keep-translated-text.ts';
import { mount } from '../../ui/mount.ts';
import { codeInPath } from '../../ui/session-path.ts';
import { COMPARE_PAGE } from './comparison/chosen-sessions.ts';
import { ComparePage } from './comparison/compare-page.tsx';
import { CrossPage } from './cross-page.tsx';
import { DeskPage } from './desk-page.tsx';
import { ResultsPage } from './results-page.tsx';

const { pathname } = location;
const code = codeInPath(pathname);
keepTranslatedText(document.body);
mount(pageAt());

function pageAt() {
  if (pathname === COMPARE_PAGE) return <ComparePage />;
  if (code === '') return <DeskPage />;
  return pathname.endsWith('/cross') ? <CrossPage code={code} /> : <ResultsPage code={code} />;
}
