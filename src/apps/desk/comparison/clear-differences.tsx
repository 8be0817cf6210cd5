import {
  clearDifferences,
  type ClearDifference,
} from '../../../results/comparison/clear-differences.ts';
import type {
  ComparedSession,
  SessionComparison,
} from '../../../results/comparison/compare-sessions.ts';
import { differenceLabel, intervalLabel, valueLabel } from '../../../ui/charts/shift-labels.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { comparedAnchor } from './labels.ts';
import { SessionName } from './session-name.tsx';
import { ScrollBox } from '../scroll-box.tsx';

/** The most rows: a page of them. */
const MOST = 15;
/** Of so many differences where there is none, one is clear by chance. */
const ONE_IN = 20;

/** The largest differences between the first session and the others, in one table. */
export function ClearDifferences({ comparison }: { comparison: SessionComparison }) {
  const { sessions, questions, lang } = comparison;
  const { clear, reckoned } = clearDifferences(questions);
  if (reckoned === 0) return null;
  return (
    <div class="comparison-sessions">
      <h2 id="comparison-differences">Clear differences</h2>
      <p>{summaryOf(clear.length, reckoned)}</p>
      {clear.length > 0 && (
        <ScrollBox heading="comparison-differences">
          <table class="cross-table">
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">First</th>
                <th scope="col">Session</th>
                <th scope="col">Difference</th>
              </tr>
            </thead>
            <tbody>
              {clear.slice(0, MOST).map((one) => (
                <Row key={keyOf(one)} {...{ one, sessions, lang }} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {clear.length > MOST && <p class="caption">The CSV has all of them.</p>}
    </div>
  );
}

interface RowProps {
  readonly one: ClearDifference;
  readonly sessions: readonly ComparedSession[];
  readonly lang: string;
}

function Row({ one, sessions, lang }: RowProps) {
  const { question, measured, item, session, figures, difference, before } = one;
  const compared = sessions[session];
  return (
    <tr>
      <th scope="row">
        <a href={`#${comparedAnchor(question)}`} lang={lang}>
          <OwnText>{question.question}</OwnText>
        </a>
        {item !== '' && (
          <span class="caption comparison-when" lang={lang}>
            <OwnText>{item}</OwnText>
          </span>
        )}
      </th>
      <td>{valueLabel(measured, before)}</td>
      <td>
        {compared !== undefined && <SessionName session={compared} place={session} />}{' '}
        {valueLabel(measured, figures.value)}
      </td>
      <td>
        {differenceLabel(measured, difference.value)}
        <span class="caption comparison-when">{intervalLabel(measured, difference)}</span>
      </td>
    </tr>
  );
}

function keyOf({ question: { id, hash }, item, session }: ClearDifference): string {
  return `${id} ${hash} ${item} ${session}`;
}

function summaryOf(clear: number, reckoned: number): string {
  const byChance = Math.max(1, Math.round(reckoned / ONE_IN));
  const found =
    clear === 0
      ? `None of ${reckoned} differences to the first session is clear`
      : `${clear} of ${reckoned} differences to the first session ${clear === 1 ? 'is' : 'are'} clear`;
  return `${found}: its 95% interval leaves out 0. By chance alone about ${byChance} would be.`;
}
