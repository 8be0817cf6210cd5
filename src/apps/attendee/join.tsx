import { useLazyModule } from './use-lazy-module.ts';

/**
 * Asks for the code that stands on the stage. `problem` says why the last one did not do. Who comes
 * by a link or a QR code never loads the form.
 */
export function Join(props: { code: string; problem: string | null }) {
  const form = useLazyModule(true, () => import('./join-form.tsx'));
  return (
    <main class="join">
      <h1>Join a session</h1>
      {form && <form.JoinForm {...props} />}
    </main>
  );
}
