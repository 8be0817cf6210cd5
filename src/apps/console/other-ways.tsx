import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import { slideAt, slideIndex } from '../../deck/navigation.ts';
import { slideName } from '../../presenting/slide-name.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import { OwnText } from '../../ui/own-text.tsx';
import type { ReportProblem } from './report-problem.ts';

interface Props {
  readonly snapshot: ConsoleSnapshot;
  readonly session: ConsoleSession;
  readonly report: ReportProblem;
}

/** The ways on from a question, each as a button: the presenter may go another way than the room chose. */
export function OtherWays({ snapshot, session, report }: Props) {
  const deck = session.deck.value;
  if (deck === null || snapshot.ways.length === 0) return null;
  return (
    <div role="group" aria-labelledby="other-ways" class="other-ways">
      <p id="other-ways" class="caption">
        Ways on
      </p>
      {snapshot.ways.map(({ option, to, people }, place) => {
        const slide = slideAt(deck, to);
        return (
          <button
            key={option}
            type="button"
            class="button"
            onClick={() => void session.control('slide:show', { ...to, f: -1 }).then(report)}
          >
            <span lang={snapshot.lang}>
              <OwnText>{option}</OwnText>
            </span>{' '}
            <span class="caption">
              {people} · slide {slideIndex(deck, to) + 1}
              {slide === undefined ? '' : `, ${slideName(slide, snapshot)}`}
              {place === 0 && ' · Next'}
            </span>
          </button>
        );
      })}
    </div>
  );
}
