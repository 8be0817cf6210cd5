import { loadStageView } from '../../../activities/stage-views.ts';
import { count } from '../../../lib/count.ts';
import type {
  ComparedQuestion,
  SessionComparison,
} from '../../../results/comparison/compare-sessions.ts';
import { longDay } from '../../../ui/day-label.ts';
import { PictureMenu } from '../pictures/picture-menu.tsx';
import { ItemCharts } from './item-charts.tsx';
import { SessionCharts } from './session-charts.tsx';

interface Props {
  readonly question: ComparedQuestion;
  readonly comparison: SessionComparison;
}

/**
 * The menu for a picture of a compared question: its figures on one scale, or the charts of all sessions where
 * its type compares no numbers. Few people are hidden in it already.
 */
export function ComparisonPicture({ question, comparison }: Props) {
  const { sessions, title, lang } = comparison;
  const { id, type, accent, measured, question: words } = question;
  const deck = sessions.at(-1)?.deck ?? '';
  return (
    <PictureMenu
      name={`Picture: ${words}`}
      file={`plenary-${deck}-comparison-${id}`}
      subject={async () => {
        const View = await loadStageView(type);
        return {
          ...{ title: words, lang, accent, session: title },
          note: count(sessions.length, 'session'),
          date: periodOf(sessions.map(({ startedAt }) => startedAt)),
          chart:
            measured === null ? (
              <SessionCharts {...{ question, sessions, View }} />
            ) : (
              <ItemCharts {...{ question, sessions, measured }} />
            ),
        };
      }}
    />
  );
}

/** "3 March 2026 to 26 November 2026", of moments in ISO 8601, the earliest first. */
function periodOf(moments: readonly string[]): string {
  const days = moments.map((moment) => longDay(new Date(moment), false));
  const [first = '', last = first] = [days[0], days.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}
