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
import './replay/replay.css';
import { keepTranslatedText } from '../../ui/keep-translated-text.ts';
import { mount } from '../../ui/mount.ts';
import { codeInPath } from '../../ui/session-path.ts';
import { CrossPage } from './cross-page.tsx';
import { DeskPage } from './desk-page.tsx';
import { ReplayPage } from './replay/replay-page.tsx';
import { ResultsPage } from './results-page.tsx';

const code = codeInPath(location.pathname);
keepTranslatedText(document.body);
mount(code === '' ? <DeskPage /> : pageOfSession(location.pathname));

function pageOfSession(path: string) {
  if (path.endsWith('/cross')) return <CrossPage code={code} />;
  return path.endsWith('/replay') ? <ReplayPage code={code} /> : <ResultsPage code={code} />;
}
