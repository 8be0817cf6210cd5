import mermaid from 'mermaid';
import '../../ui/fonts.css';
import './diagram.css';

// Draws one diagram of Mermaid, in a frame on a slide. It has a page of its own because Mermaid writes
// styles into the page in which it draws, which the policy of the slides' pages forbids.

const FONT = 'Inter Variable';

/** Draws the diagram whose source stands beside `frame`, and notes there how that ended. */
async function draw(frame: Element): Promise<void> {
  const figure = frame.parentElement;
  const slide = getComputedStyle(frame);
  // A frame is transparent only in the colour scheme of the page around it.
  document.documentElement.style.colorScheme = slide.colorScheme;
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: 'base',
    themeVariables: themeOf(slide),
    fontFamily: FONT,
  });
  try {
    // Mermaid measures its labels.
    await document.fonts.load(`16px "${FONT}"`);
    const { svg } = await mermaid.render(
      'diagram',
      figure?.querySelector('pre')?.textContent ?? '',
    );
    document.body.innerHTML = svg;
    figure?.setAttribute('data-state', 'drawn');
  } catch {
    figure?.setAttribute('data-state', 'failed');
  }
}

/** The slide's colours, by Mermaid's names for them. */
function themeOf(slide: CSSStyleDeclaration): Record<string, string | boolean> {
  const colour = (name: string): string => slide.getPropertyValue(`--${name}`).trim();
  const series = Array.from({ length: 8 }, (_, index) => colour(`series-${index + 1}`));
  return {
    darkMode: slide.colorScheme === 'dark',
    background: colour('paper'),
    edgeLabelBackground: colour('paper'),
    primaryColor: colour('paper-raised'),
    primaryTextColor: colour('ink'),
    primaryBorderColor: colour('ink-soft'),
    lineColor: colour('ink-soft'),
    textColor: colour('ink'),
    pieSectionTextColor: colour('paper'),
    pieOpacity: '1',
    ...Object.fromEntries(series.map((hue, index) => [`pie${index + 1}`, hue])),
  };
}

if (frameElement !== null) {
  frameElement.setAttribute('data-draws', '');
  void draw(frameElement);
}
