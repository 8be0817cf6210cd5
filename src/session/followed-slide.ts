import { accentOf } from '../deck/chapters.ts';
import { slideAt } from '../deck/navigation.ts';
import { phoneHtml } from '../deck/phone-html.ts';
import type { Slide } from '../deck/deck.ts';
import type { SessionState } from './state.ts';
import type { FollowedSlide } from './views.ts';

/** The latest text of each slide: many phones ask for the same. */
const made = new WeakMap<Slide, { readonly f: number; readonly html: string }>();

/**
 * The slide that phones may show between questions: as much of the present one as is on the stage.
 * null while the presenter keeps slides off the phones, and while phones show something else: a question,
 * the questions of a self-paced session, the way to join or the end.
 */
export function followedSlide(state: SessionState): FollowedSlide | null {
  const { followed, joinShown, selfPaced, endedAt, deck, position, activities } = state;
  if (!followed || joinShown || selfPaced || endedAt !== null) return null;
  const slide = slideAt(deck, position);
  if (slide === undefined) return null;
  const question = slide.activity === null ? undefined : activities.get(slide.activity);
  if (question !== undefined && question.phase !== 'waiting') return null;
  return {
    title: slide.title,
    accent: accentOf(slide),
    html: htmlOf(slide, position.f),
  };
}

function htmlOf(slide: Slide, f: number): string {
  const known = made.get(slide);
  if (known?.f === f) return known.html;
  const html = phoneHtml(slide.html, f);
  made.set(slide, { f, html });
  return html;
}
