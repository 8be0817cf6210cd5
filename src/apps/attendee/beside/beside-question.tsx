import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import type { ActivityView, AttendeeSnapshot } from '../../../session/views.ts';
import { keepPageUsable } from '../page-upkeep.ts';
import { useDeckAccent } from './deck-accent.ts';
import { EarlierQuestions } from './earlier-questions.tsx';
import { FollowedSlide } from './followed-slide.tsx';
import { useOwnType } from './own-type.ts';
import { TellNews } from './tell-news.tsx';
import { useFollowedSlide } from './use-followed-slide.ts';
import './beside-question.css';

export interface BesideQuestionProps {
  readonly session: AttendeeSession;
  readonly snapshot: AttendeeSnapshot;
  /** The question that everybody answers now. */
  readonly current: ActivityView | undefined;
  /** The other open questions. */
  readonly others: readonly ActivityView[];
  /** The words for a page without a question and without a slide; false with a question. */
  readonly idle: ComponentChildren;
}

/** All that the page shows beside the present question. Loaded after the first one. */
export function BesideQuestion({ session, snapshot, current, others, idle }: BesideQuestionProps) {
  const followed = useFollowedSlide(session);
  useDeckAccent(snapshot.accent);
  useOwnType(`${snapshot.slide?.number}/${current?.id}`);
  useEffect(() => void keepPageUsable(), []);
  const { slide, selfPaced, ended } = snapshot;
  const mayFollow = current === undefined && slide !== null && !selfPaced && !ended;
  const follows = mayFollow && (followed.slide !== null || !followed.unfolded);
  return (
    <>
      <TellNews snapshot={snapshot} current={current} />
      {!(follows && followed.unfolded) && idle}
      {follows && <FollowedSlide followed={followed} lang={snapshot.lang} />}
      <EarlierQuestions session={session} snapshot={snapshot} questions={others} />
    </>
  );
}
