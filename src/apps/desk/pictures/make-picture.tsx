import { render } from 'preact';
import { accentClass } from '../../../lib/accents.ts';
import { directionOf } from '../../../lib/text-direction.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import type { SvgPicture } from '../../../ui/pictures/draw-png.ts';
import { drawSvg } from '../../../ui/pictures/draw-svg.ts';
import type { Subject } from './subject.ts';
import './picture.css';

export { drawPng, svgFile } from '../../../ui/pictures/draw-png.ts';

/** Draws a chart off the screen, on white and as wide as every picture, and returns it as SVG. */
export async function makePicture(subject: Subject): Promise<SvgPicture> {
  const place = document.createElement('div');
  place.className = 'picture-place';
  place.inert = true;
  document.body.append(place);
  try {
    await loadAll(drawn(subject, place));
    // Once more: charts choose their texts' places by fonts that may not have been there.
    render(null, place);
    const picture = drawn(subject, place);
    // Preact draws what they have chosen once all else at hand is done.
    await new Promise((done) => setTimeout(done));
    return await drawSvg(picture, subject.title);
  } finally {
    render(null, place);
    place.remove();
  }
}

function drawn(subject: Subject, place: HTMLElement): HTMLElement {
  render(<Framed subject={subject} />, place);
  const picture = place.firstElementChild;
  if (!(picture instanceof HTMLElement)) throw new Error('There is no picture');
  return picture;
}

/** Waits for fonts and images. */
async function loadAll(picture: HTMLElement): Promise<void> {
  // Fonts are asked for once places are.
  picture.getBoundingClientRect();
  const images = [...picture.querySelectorAll('img')];
  await Promise.allSettled([document.fonts.ready, ...images.map((image) => image.decode())]);
}

function Framed({ subject }: { subject: Subject }) {
  const { title, lang, note, session, date, accent, chart } = subject;
  return (
    <article
      class={`picture has-light-background ${accentClass(accent)}`}
      lang={lang}
      dir={directionOf(lang)}
    >
      <h2 class="picture-title">
        <OwnText>{title}</OwnText>
      </h2>
      <p class="picture-note" lang="en">
        {note}
      </p>
      <div class="picture-chart">{chart}</div>
      <p class="picture-foot">
        <OwnText>{session}</OwnText>
        <span lang="en">{date}</span>
      </p>
    </article>
  );
}
