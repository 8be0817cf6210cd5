import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { loadPhoneView } from '../../activities/phone-views.ts';
import { persistently, type PhoneViewProps, type SendOffer } from '../../activities/views.ts';
import type { AttendeeSession } from '../../client/sessions/attendee-session.ts';
import type { NextStep } from '../../activities/contract.ts';
import { accentClass } from '../../lib/accents.ts';
import type { ActivityView } from '../../session/views.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { useLazyModule } from '../../ui/use-lazy-module.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { AnswerBar } from './answer-bar.tsx';

interface Props {
  readonly activity: ActivityView;
  readonly session: AttendeeSession;
}

/** A question of any type, the attendee's answer, and whether it is recorded. */
export function QuestionCard({ activity, session, untouchable }: Props & { untouchable: boolean }) {
  const heading = `question-${activity.id}`;
  return (
    <section class={`question ${accentClass(activity.accent)}`} aria-labelledby={heading}>
      <h1 id={heading}>
        <OwnText>{activity.question}</OwnText>
      </h1>
      <div class="answering" inert={untouchable}>
        <Answering activity={activity} session={session} labelledBy={heading} />
      </div>
    </section>
  );
}

/** The view of a question's type, with the state of the answer. `labelledBy`: the heading's id. */
export function Answering({ activity, session, labelledBy }: Props & { labelledBy: string }) {
  const View = usePhoneView(activity.type);
  const state = session.answerTo(activity);
  const draft = session.draftOf(activity);
  const [send, offerSend] = useState<SendOffer | null>(null);
  const isSent = draft !== null && send?.draft === draft && send.given && state.is === 'recorded';
  // Before the next key is pressed: that may begin another draft.
  useLayoutEffect(() => {
    if (isSent) session.keepDraft(activity, null);
  }, [isSent]);
  const starters = useStarters(activity, session);
  const chart = useLazyModule(activity.shift !== null, () =>
    persistently(() => import('../../ui/charts/shift-chart.tsx')),
  );
  return (
    <>
      {activity.closesAt !== null && activity.phase === 'open' && (
        <p class="time-left" lang="en">
          <Countdown closesAt={activity.closesAt} clockOffset={session.clockOffset.value} /> left
        </p>
      )}
      {View !== null && (
        <View
          // After a reset the view starts without the earlier draft.
          key={`${activity.hash}/${activity.round}`}
          labelledBy={labelledBy}
          lang={session.snapshot.value?.lang ?? 'en'}
          content={activity.content}
          answer={state.is === 'none' ? null : state.answer}
          open={activity.phase === 'open'}
          tally={activity.tally}
          correctAnswer={activity.correctAnswer}
          seed={session.seedOf(activity)}
          starters={starters}
          draft={draft}
          keepDraft={(edited) => session.keepDraft(activity, edited)}
          offerSend={offerSend}
          give={(answer) => session.give(activity, answer)}
        />
      )}
      {chart !== null && activity.shift !== null && (
        <chart.ShiftChart question={activity.question} shift={activity.shift} />
      )}
      <AnswerBar
        activity={activity}
        state={state}
        note={session.answerNotes.value[activity.id]}
        send={send}
        isDraft={draft !== null}
      />
    </>
  );
}

/** Next steps from this attendee's answer to the question that `startsFrom` names. */
function useStarters({ startsFrom }: ActivityView, session: AttendeeSession): readonly NextStep[] {
  useEffect(() => {
    if (startsFrom !== null) void session.requestTakeHome();
  }, [startsFrom, session]);
  const questions = session.takeHome.value?.questions ?? [];
  return questions.find(({ activity }) => activity.id === startsFrom)?.nextSteps ?? [];
}

function usePhoneView(type: string): ComponentType<PhoneViewProps> | null {
  const [View, setView] = useState<{ view: ComponentType<PhoneViewProps> } | null>(null);
  useEffect(() => {
    void loadPhoneView(type).then((view) => setView({ view }));
  }, [type]);
  return View?.view ?? null;
}
