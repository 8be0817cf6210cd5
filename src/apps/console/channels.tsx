import { consoleView } from '../../activities/console-views.ts';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import { slideIndex } from '../../deck/navigation.ts';
import { isRecord, type Json } from '../../lib/json.ts';
import { StageView } from '../../presenting/stage-view.tsx';
import type { ConsoleActivityView, ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import type { ReportProblem } from './report-problem.ts';
import { ToggleButton } from './toggle-button.tsx';

interface Props {
  readonly deck: ConsoleDeck;
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly report: ReportProblem;
}

/** The channels of the deck, each with its switch and with all that came through it. */
export function Channels(props: Props) {
  return props.snapshot.channels.map((channel) => (
    <section key={channel.id} class="channel" aria-label={channel.question} lang="en">
      <ChannelParts {...props} channel={channel} />
    </section>
  ));
}

function ChannelParts(props: Props & { channel: ConsoleActivityView }) {
  const { channel, deck, session, snapshot } = props;
  const Line = consoleView(channel.type);
  if (Line === undefined) {
    return (
      <details>
        <summary>
          {channel.question}: <Counts channel={channel} />
        </summary>
        <Switch {...props} />
        <Texts {...props} />
      </details>
    );
  }
  const slides = snapshot.slidesShown.map(({ at, ...place }) => ({
    at,
    number: slideIndex(deck, place) + 1,
  }));
  const now = (): number => performance.now() + session.clockOffset.value;
  return (
    <>
      <div class="channel-head">
        <h2>{channel.question}</h2>
        <Switch {...props} />
      </div>
      <Line tally={channel.ownTally} slides={slides} now={now} />
    </>
  );
}

interface ChannelProps extends Pick<Props, 'session' | 'snapshot' | 'report'> {
  readonly channel: ConsoleActivityView;
}

function Switch({ channel: { id, phase }, session, snapshot, report }: ChannelProps) {
  if (snapshot.ended) return null;
  const isOpen = phase === 'open';
  const onPress = (): void =>
    void session
      .control(isOpen ? 'activity:close' : 'activity:open', { activity: id })
      .then(report);
  return <ToggleButton label="On the phones" isOn={isOpen} isSmall onPress={onPress} />;
}

function Texts({ channel, session, snapshot, report }: ChannelProps) {
  const { id, type, question, content, ownTally } = channel;
  const control = (wanted: Json): void => {
    void session.control('activity:control', { activity: id, control: wanted }).then(report);
  };
  return (
    <div
      class="channel-texts"
      role="group"
      aria-label={question}
      lang={snapshot.lang}
      // It scrolls by itself, so it has to be in reach of the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-scrolls
    >
      <StageView {...{ type, question, content, control }} tally={ownTally} correctAnswer={null} />
    </div>
  );
}

/** The numbers of the texts that wait for the presenter, and of those that came through or were answered. */
function Counts({ channel: { ownTally } }: { channel: ConsoleActivityView }) {
  const { waiting, words, marks } = isRecord(ownTally) ? ownTally : {};
  const unread = typeof waiting === 'number' ? waiting : 0;
  const answered = isRecord(marks)
    ? Object.values(marks).filter((mark) => isRecord(mark) && mark['answered'] === true).length
    : 0;
  const read = Array.isArray(words) ? words.length - unread - answered : 0;
  return (
    <>
      {unread > 0 && <b>{`${unread} to read, `}</b>}
      {`${read} shown`}
      {answered > 0 && `, ${answered} answered`}
    </>
  );
}
