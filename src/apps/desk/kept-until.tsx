import { useEffect, useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import type { SessionEntry } from '../../protocol/http.ts';
import { longDay } from '../../ui/day-label.ts';

/** Says until which day a session is kept; nothing where nothing limits it. */
export function KeptUntil({
  session: { keptUntil },
}: {
  session: Pick<SessionEntry, 'keptUntil'>;
}) {
  if (keptUntil === null) return null;
  return <span>Kept until {longDay(new Date(keptUntil), false)}</span>;
}

/** The same of a session of which only the code is known. */
export function KeptUntilOf({ code }: { code: string }) {
  const [session, setSession] = useState<SessionEntry | null>(null);
  useEffect(() => {
    void api.session(code).then((found) => setSession(found.ok ? found.value : null));
  }, [code]);
  return session === null ? null : <KeptUntil session={session} />;
}
