import { useId } from 'preact/hooks';
import { slideIndex } from '../../deck/navigation.ts';
import type { WireError } from '../../protocol/wire-error.ts';
import { followLink } from '../../presenting/follow-link.ts';
import { MovedNotice } from '../../presenting/moved-notice.tsx';
import { stepOn } from '../../presenting/next-action.ts';
import { nextLabel } from '../../presenting/next-label.ts';
import { Notes } from '../../presenting/notes.tsx';
import { restOf } from '../../presenting/press-guard.ts';
import { slideName } from '../../presenting/slide-name.ts';
import { StepNotice } from '../../presenting/step-notice.tsx';
import type { RemoteDeckView, RemoteSnapshot } from '../../session/remote-views.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { QuestionStep } from './question-step.tsx';
import { RemoteClock } from './remote-clock.tsx';
import type { RemoteProps } from './remote-props.ts';

const movedWords = { console: 'Moved from the console', remote: 'Moved from the other phone' };

/** Place, time and notes of the present slide, and below them the buttons, for one thumb. */
export function RemoteControls({
  problem,
  ...props
}: RemoteProps & { readonly problem: WireError | null }) {
  const { session, deck, snapshot, remote, undoing, report } = props;
  const index = slideIndex(deck, snapshot.position);
  const slide = deck.slides[index];
  const activity = snapshot.activities.find(({ id }) => id === slide?.activity) ?? null;
  const onLink = (event: MouseEvent): void => {
    followLink(event, [], (position) => void remote.show(position).then(report));
  };
  return (
    <main class="remote">
      <header class="remote-head">
        <p class="caption">{placeLabel(snapshot, index, deck)}</p>
        <h1 lang={snapshot.lang}>
          <OwnText>{slide === undefined ? snapshot.title : slideName(slide, snapshot)}</OwnText>
        </h1>
        <RemoteClock {...{ deck, snapshot, index }} clockOffset={session.clockOffset.value} />
        <StepNotice {...{ deck, snapshot, undoing, report }} />
      </header>
      {/* Links in notes are reached by keyboard by themselves. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div class="remote-notes" onClick={onLink}>
        <Notes html={slide?.notes ?? ''} lang={snapshot.lang} />
      </div>
      <div class="remote-messages">
        <p class="remote-offline" role="status">
          {session.status.value.is === 'online' ? '' : 'No connection. Reconnecting…'}
        </p>
        {problem !== null && (
          <p class="problem" role="alert">
            {problem.message}
          </p>
        )}
        <MovedNotice moved={session.moved} words={movedWords} />
      </div>
      {activity !== null && <QuestionStep {...props} activity={activity} />}
      <Steps {...props} />
    </main>
  );
}

function placeLabel(
  { blanked, joinShown, position }: RemoteSnapshot,
  index: number,
  { slides }: RemoteDeckView,
): string {
  if (blanked) return 'The stage is blank';
  if (joinShown) return 'On stage: join screen';
  const fragments = slides[index]?.fragments ?? 0;
  const step = fragments === 0 ? '' : ` · step ${position.f + 1} of ${fragments}`;
  return `Slide ${index + 1} of ${slides.length}${step}`;
}

/** Blank, Back and Next, with what Next does in words. */
function Steps({ session, deck, snapshot, remote, report }: RemoteProps) {
  const helpId = useId();
  const rest = restOf(remote.guard, session.status.value.is !== 'online');
  return (
    <div class="remote-steps">
      <button
        type="button"
        class="button"
        aria-pressed={snapshot.blanked}
        {...rest}
        onClick={() => void remote.toggleBlank().then(report)}
      >
        Blank
      </button>
      <button
        type="button"
        class="button"
        {...rest}
        onClick={() => void remote.step('previous').then(report)}
      >
        Back
      </button>
      <p id={helpId} class="remote-help" role="status">
        {nextLabel(stepOn(deck, snapshot), deck, snapshot)}
      </p>
      <button
        type="button"
        class="button button-primary remote-next"
        {...rest}
        aria-describedby={helpId}
        onClick={() => void remote.step('next').then(report)}
      >
        Next
      </button>
    </div>
  );
}
