import 'reveal.js/reveal.css';
import '../../ui/tokens.css';
import '../../ui/fonts.css';
import '../../ui/slides.css';
import '../../ui/pages.css';
import './console.css';
import './console-parts.css';
import { openConsole } from '../../client/sessions/presenting-session.ts';
import { keepTranslatedText } from '../../ui/keep-translated-text.ts';
import { mount } from '../../ui/mount.ts';
import { codeInPath } from '../../ui/session-path.ts';
import { ConsolePage } from './console-page.tsx';

keepTranslatedText(document.body);
mount(<ConsolePage session={openConsole(codeInPath(location.pathname))} />);
