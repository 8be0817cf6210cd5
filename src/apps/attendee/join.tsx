import { persistently } from '../../activities/views.ts';
import { useLazyModule } from '../../ui/use-lazy-module.ts';

/**
 * Asks for the session code. `problem` says why the last one was refused. The form is a chunk of its
 * own: attendees who come by a link or a QR code do not load it.
 */
export function Join(props: { code: string; problem: string | null }) {
  const form = useLazyModule(true, () => persistently(() => import('./join-form.tsx')));
  return (
    <main class="join">
      <h1>Join a session</h1>
      {form && <form.JoinForm {...props} />}
    </main>
  );
}
