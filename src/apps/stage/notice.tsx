import type { StageSession } from '../../client/sessions/presenting-session.ts';

/** The reason why a session cannot be shown; null if it can. */
export function unavailableReason(session: StageSession): string | null {
  const status = session.status.value;
  if (session.deleted.value) return 'This session was deleted.';
  if (session.snapshot.value !== null) return null;
  return status.is === 'refused' ? status.error.message : 'Connecting…';
}

export function Notice({ text }: { text: string }) {
  return (
    <main class="stage-notice">
      <h1>Plenary</h1>
      <p role="status">{text}</p>
    </main>
  );
}
