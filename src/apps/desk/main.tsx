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
import './replay/replay.css';
import { keepTranslatedText } from '../../ui/keep-translated-text.ts';
import { mount } from '../../ui/mount.ts';
import { codeInPath } from '../../ui/session-path.ts';
import { COMPARE_PAGE } from './comparison/chosen-sessions.ts';
import { ComparePage } from './comparison/compare-page.tsx';
import { CrossPage } from './cross-page.tsx';
import { DeskPage } from './desk-page.tsx';
import { ReplayPage } from './replay/replay-page.tsx';
import { ResultsPage } from './results-page.tsx';

const { pathname } = location;
const code = codeInPath(pathname);
keepTranslatedText(document.body);
mount(pageAt());

function pageAt() {
  if (pathname === COMPARE_PAGE) return <ComparePage />;
  if (code === '') return <DeskPage />;
  if (pathname.endsWith('/cross')) return <CrossPage code={code} />;
  return pathname.endsWith('/replay') ? <ReplayPage code={code} /> : <ResultsPage code={code} />;
}
