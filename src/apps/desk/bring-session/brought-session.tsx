import { useEffect, useRef } from 'preact/hooks';
import type { BroughtEntry } from '../../../protocol/http.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { shownName } from '../session-row.tsx';

/** Says that a session was brought in, and leads to its results. */
export function BroughtSession({ session, sameResults }: BroughtEntry) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), []);
  return (
    <>
      <h2>The session is here</h2>
      <p>
        <OwnText>{shownName(session)}</OwnText>
      </p>
      {!sameResults && (
        <p>
          Another version of Plenary wrote the file. This one counts something in it otherwise:
          compare the results with those that you know.
        </p>
      )}
      <form method="dialog" class="confirm-buttons">
        <button class="button">Close</button>
        <a ref={link} class="button button-primary" href={`/s/${session.code}/results`}>
          Results
        </a>
      </form>
    </>
  );
}
