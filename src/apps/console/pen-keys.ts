import { arePageKeysOff } from '../../presenting/page-keys.ts';
import type { SlidePoint } from '../../protocol/gestures.ts';
import type { StagePen } from './stage-pen.ts';

/** A frame that enlarges has three places in a row, and as many in a column. */
const STEP = 0.5;
const steps: Readonly<Record<string, SlidePoint>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/**
 * Leads keys to the pen until the returned function is called: Escape ends what it does, and while a
 * part of the slide is chosen, arrow keys move the frame and Enter enlarges it. These come before the
 * page's other keys: the slides stay where they are.
 */
export function listenForPenKeys(pen: StagePen): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const action = actionOf(pen, event);
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  addEventListener('keydown', onKey, { capture: true });
  return () => removeEventListener('keydown', onKey, { capture: true });
}

function actionOf(pen: StagePen, event: KeyboardEvent): (() => void) | undefined {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || arePageKeysOff()) return undefined;
  if (key === 'Escape') return pen.isBusy ? () => pen.leave() : undefined;
  if (pen.aim === null) return undefined;
  if (key === 'Enter') return isOnOtherButton() ? undefined : () => pen.takeAim();
  const step = steps[key];
  return step === undefined ? undefined : () => pen.moveAim(step);
}

/** True while Enter would press something else than the button that chooses. */
function isOnOtherButton(): boolean {
  const focused = document.activeElement?.closest('button, a[href], summary') ?? null;
  return focused !== null && !focused.matches('[aria-keyshortcuts="z"]');
}
