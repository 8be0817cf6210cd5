/**
 * Ignores a click on a question that began before the question was there: a finger that rests on an
 * option while the presenter moves on would otherwise choose what stands at its place afterwards.
 */
export function ignoreHeldPresses(): void {
  let begunOn: Element | null | undefined;
  const start = (): void => {
    begunOn = currentQuestion();
  };
  const click = (event: MouseEvent): void => {
    const question = currentQuestion();
    const isHeld = begunOn !== undefined && begunOn !== question;
    // Keys and assistive technology click without a press.
    begunOn = undefined;
    const isOnQuestion = event.target instanceof Node && question?.contains(event.target) === true;
    if (!isHeld || event.detail === 0 || !isOnQuestion) return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('pointerdown', start, true);
  addEventListener('click', click, true);
}

/** The question on the slide: each has an element of its own. */
function currentQuestion(): Element | null {
  return document.querySelector('main .question');
}
