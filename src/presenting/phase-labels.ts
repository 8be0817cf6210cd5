import './phase.css';
import type { Phase } from '../session/state.ts';

/** Labels of the phases; the class `phase` puts a mark before them. */
export const phaseLabels: Readonly<Record<Phase, string>> = {
  waiting: 'Not open yet',
  open: 'Open',
  closed: 'Closed',
};
