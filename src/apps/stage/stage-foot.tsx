import type { StageSession } from '../../client/sessions/presenting-session.ts';
import { accentClass } from '../../lib/accents.ts';
import type { Mode } from '../../deck/theme/theme.ts';
import { DeckLogoPicture } from '../../presenting/deck-logo.tsx';
import { isNeverAsked, phaseLabels } from '../../presenting/phase-labels.ts';
import type { StageActivityView, StageSnapshot } from '../../session/views.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { formatCode, hostOf } from '../../ui/session-path.ts';
import { AnswerDots } from './answer-dots.tsx';
import { FullscreenButton } from './fullscreen-button.tsx';
import { TypedAddress } from './typed-address.tsx';
import './stage-foot.css';

interface Props {
  readonly session: StageSession;
  readonly snapshot: StageSnapshot;
  /** The question on the slide that is shown. */
  readonly activity: StageActivityView | undefined;
  /** true: the foot is higher, and has a QR code. */
  readonly hasQrCode: boolean;
  /** The reason why the last press did nothing; '' for none. */
  readonly problem: string;
  /** The mode of the slide beside it. */
  readonly ground: Mode;
}

/** The band below the slide, all that is not of the deck: how to join, and how many answer. */
export function StageFoot({ session, snapshot, activity, hasQrCode, problem, ground }: Props) {
  const logo = session.deck.value?.theme?.logo;
  const joinUrl = session.welcome.value?.joinUrl ?? '';
  return (
    <footer class="stage-foot" lang="en">
      {hasQrCode && <QrCode text={joinUrl} label={`QR code that opens ${joinUrl}`} />}
      {!snapshot.joinShown && !snapshot.closingShown && (
        <p class="stage-join">
          <WayIn snapshot={snapshot} joinUrl={joinUrl} />
        </p>
      )}
      {activity !== undefined && !isNeverAsked(activity, snapshot) && (
        <Answers activity={activity} />
      )}
      <p class="stage-link" role="status">
        {warning(session, snapshot, problem)}
      </p>
      {!snapshot.joinShown && (
        <p class="stage-online">
          <b>{session.online.value}</b> online
        </p>
      )}
      {logo !== undefined && <DeckLogoPicture logo={logo} ground={ground} />}
      <FullscreenButton />
    </footer>
  );
}

/** The way into the session; after its end, the way to one's own page. */
function WayIn({
  snapshot: { code, ended },
  joinUrl,
}: {
  snapshot: StageSnapshot;
  joinUrl: string;
}) {
  if (ended) {
    return (
      <>
        Your page:{' '}
        <b>
          <TypedAddress url={joinUrl} />
        </b>
      </>
    );
  }
  return (
    <>
      Join at <b class="ltr">{hostOf(joinUrl)}</b> with{' '}
      <b class="stage-code ltr">{formatCode(code)}</b>
    </>
  );
}

function Answers({ activity }: { activity: StageActivityView }) {
  const { phase, answered, accent } = activity;
  return (
    <div class={`stage-answers ${accentClass(accent)}`}>
      <p class="stage-status">
        <span class={`phase phase-${phase}`}>{phaseLabels[phase]}</span>
        <span>
          <b>{answered}</b> {answered === 1 ? 'answer' : 'answers'}
        </span>
      </p>
      {phase === 'open' && <AnswerDots answers={answered} />}
    </div>
  );
}

function warning(session: StageSession, { ended }: StageSnapshot, problem: string): string {
  const offline =
    session.status.value.is === 'online' ? '' : 'No connection. This screen may be out of date.';
  const notRecorded = ended ? null : notRecordedLabel(session);
  return `${offline} ${notRecorded ?? problem}`.trim();
}

/** Warns the room that answers are not recorded; null if they are. */
function notRecordedLabel({ storageProblem }: StageSession): string | null {
  return storageProblem.value === null
    ? null
    : 'Answers are not being recorded. Phones keep them and send them again.';
}
