import { useMemo } from 'preact/hooks';
import type { AttendeeSnapshot } from '../../../session/views.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { WithdrawnNotice } from './withdrawn-notice.ts';

/** Says that the presenter took back a question that this page has shown. */
export function WithdrawnQuestion({ snapshot }: { snapshot: AttendeeSnapshot }) {
  const notice = useMemo(() => new WithdrawnNotice(), []);
  const question = notice.next(snapshot);
  return (
    <p class="withdrawn" role="status" lang="en">
      {question !== null && !snapshot.ended && (
        <>
          Taken back by the presenter:{' '}
          <span lang={snapshot.lang}>
            <OwnText>{question}</OwnText>
          </span>
        </>
      )}
    </p>
  );
}
