import './missing-media.css';

/**
 * Draws a quiet box with its description in place of each picture, film or sound below `root` that
 * cannot be loaded, whenever that turns out. Called before `root` is filled.
 */
export function watchMissingMedia(root: HTMLElement): void {
  // Errors of loading do not bubble.
  root.addEventListener('error', onError, true);
}

/** Draws the box for pictures, films and sounds that name no file. */
export function replaceEmptyMedia(root: HTMLElement): void {
  for (const media of root.querySelectorAll<HTMLElement>('img, video, audio')) {
    const inside = [media, ...(media.closest('picture') ?? media).querySelectorAll('source')];
    if (!inside.some((element) => element.matches(FILE))) replaceMedia(media);
  }
}

const FILE = '[src], [data-src], [srcset], [data-srcset]';

function onError({ target }: Event): void {
  if (target instanceof HTMLImageElement || target instanceof HTMLMediaElement) {
    replaceMedia(target);
  } else if (target instanceof HTMLSourceElement) {
    const media = target.closest<HTMLElement>('video, audio');
    // The browser tries the sources one after the other.
    const isLast = [...(media?.querySelectorAll('source') ?? [])].at(-1) === target;
    if (media !== null && isLast) replaceMedia(media);
  } else if (target instanceof SVGImageElement) target.remove();
}

/** Attributes that say where and when the box is on the slide. */
const KEPT = ['id', 'class', 'data-id', 'data-fragment-index'];

function replaceMedia(media: HTMLElement): void {
  const words = media.getAttribute('alt') ?? media.ariaLabel ?? media.title;
  const box = document.createElement('span');
  for (const name of KEPT.filter((each) => media.hasAttribute(each))) {
    box.setAttribute(name, media.getAttribute(name) ?? '');
  }
  for (const side of ['width', 'height'] as const) {
    const pixels = Number(media.getAttribute(side));
    if (pixels > 0) box.style[side] = `${pixels}px`;
  }
  box.style.cssText += media.style.cssText;
  box.classList.add('missing-media');
  box.textContent = words;
  (media.closest('picture') ?? media).replaceWith(box);
}
