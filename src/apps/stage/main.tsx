import 'reveal.js/reveal.css';
import '../../ui/tokens.css';
import '../../ui/fonts.css';
import '../../ui/slides.css';
import './stage.css';
import { openStage } from '../../client/presenting-session.ts';
import { mount } from '../../ui/mount.ts';
import { codeInPath } from '../../ui/session-path.ts';
import { StagePage } from './stage-page.tsx';

mount(<StagePage session={openStage(codeInPath(location.pathname))} />);
