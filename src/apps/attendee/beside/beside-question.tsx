import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import { persistently } from '../../../activities/views.ts';
import type { ActivityView, AttendeeSnapshot } from '../../../session/views.ts';
import { useLazyModule } from '../../../ui/use-lazy-module.ts';
import { keepPageUsable } from '../page-upkeep.ts';
import { Channels } from './channels.tsx';
import { useDeckAccent } from './deck-accent.ts';
import { EarlierQuestions } from './earlier-questions.tsx';
import { FollowedSlide } from './followed-slide.tsx';
import { useOwnType } from './own-type.ts';
import { TellNews } from './tell-news.tsx';
import { TellQuestion } from './tell-question.tsx';
import { TellSlide } from './tell-slide.tsx';
import { useFocusAfterClose } from './question-focus.ts';
import { Reactions } from './reactions.tsx';
import { useFollowedSlide } from './use-followed-slide.ts';
import { useTakenAnswers } from './use-taken-answers.ts';
import { WithdrawnQuestion } from './withdrawn-question.tsx';
import './beside-question.css';

export interface BesideQuestionProps {
  readonly session: AttendeeSession;
  readonly snapshot: AttendeeSnapshot;
  /** The question that everybody answers now. */
  readonly current: ActivityView | undefined;
  /** The open question that came with the page, in its wording and round; null for none. */
  readonly first: string | null;
  /** The other open questions. */
  readonly others: readonly ActivityView[];
  /** The words for a page without a question and without a slide; false with a question. */
  readonly idle: ComponentChildren;
}

/** All that the page shows beside the present question. Loaded after the first one. */
export function BesideQuestion(props: BesideQuestionProps) {
  const { session, snapshot, current, first, others, idle } = props;
  const followed = useFollowedSlide(session);
  const points = usePoints(snapshot.score !== undefined);
  useDeckAccent(snapshot.accent);
  useOwnType(`${snapshot.slide?.number}/${current?.id}`);
  useLayoutEffect(() => void keepPageUsable(), []);
  useFocusAfterClose(current);
  useTakenAnswers(session, snapshot.activities);
  const { slide, selfPaced, ended } = snapshot;
  const mayFollow = current === undefined && slide !== null && !selfPaced && !ended;
  const follows = mayFollow && (followed.slide !== null || !followed.unfolded);
  return (
    <>
      <TellQuestion session={session} current={current} first={first} />
      <TellNews session={session} snapshot={snapshot} current={current} />
      <TellSlide
        title={follows && followed.slide !== null ? followed.slide.title : null}
        unfolded={followed.unfolded}
        lang={snapshot.lang}
        isFirst={current === undefined}
      />
      <WithdrawnQuestion snapshot={snapshot} />
      {!(follows && followed.unfolded) && idle}
      {follows && (
        <FollowedSlide
          followed={followed}
          lang={snapshot.lang}
          hasChannel={slide.channel !== undefined}
        />
      )}
      {snapshot.score !== undefined && points !== null && (
        <points.OwnScore {...{ session, current, ended }} scoring={snapshot.score} />
      )}
      {snapshot.reactions !== undefined && (
        <Reactions session={session} signs={snapshot.reactions} />
      )}
      <Channels session={session} snapshot={snapshot} />
      <EarlierQuestions session={session} snapshot={snapshot} questions={others} />
    </>
  );
}

/** The part for points, loaded in sessions that have them. */
function usePoints(needed: boolean) {
  return useLazyModule(needed, () => persistently(() => import('./own-score.tsx')));
}
