import 'reveal.js/reveal.css';
import '../../ui/tokens.css';
import '../../ui/fonts.css';
import '../../ui/slides.css';
import '../../ui/pages.css';
import './editor.css';
import './slide-pane.css';
import { keepTranslatedText } from '../../ui/keep-translated-text.ts';
import { mount } from '../../ui/mount.ts';
import { OpenDeck } from './open-deck.tsx';

const [, , , name = ''] = location.pathname.split('/');
keepTranslatedText(document.body);
mount(<OpenDeck name={decodeURIComponent(name)} />);
