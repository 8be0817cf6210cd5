import type { StageSession } from '../../client/sessions/presenting-session.ts';

/** Why there is nothing to show of a session, in words; null where there is. */
export function unavailableReason(session: StageSession): string | null {
  const link = session.link.value;
  if (session.forgotten.value) return 'This session was deleted.';
  if (session.snapshot.value !== null) return null;
  return link.is === 'refused' ? link.error.message : 'Connecting…';
}

export function Notice({ text }: { text: string }) {
  return (
    <main class="stage-notice">
      <h1>Plenary</h1>
      <p role="status">{text}</p>
    </main>
  );
}
