import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { api, type Reply } from '../../client/api.ts';

import { SignIn } from '../../presenting/sign-in.tsx';
import type { WireError } from '../../protocol/wire-error.ts';

interface Props<Value> {
  /** Loads the page's data. */
  readonly load: () => Reply<Value>;
  /** Draws the data; `reload` loads it again. */
  readonly children: (value: Value, reload: () => void) => ComponentChildren;
}

/** Shows what `load` returns, after asking for the presenter key if the server requires it. */
export function RequireSignIn<Value>({ load, children }: Props<Value>) {
  const [value, setValue] = useState<{ readonly loaded: Value } | null>(null);
  const [problem, setProblem] = useState<WireError | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const reload = useCallback(async (): Promise<void> => {
    const reply = await load();
    setProblem(reply.ok ? null : reply.error);
    if (reply.ok) setValue({ loaded: reply.value });
  }, [load]);
  useEffect(() => {
    const key = takeKeyFromLink();
    if (key === null) void reload();
    else {
      void api.signIn(key).then((signedIn) => {
        setWrong(signedIn.ok ? null : signedIn.error.message);
        return reload();
      });
    }
  }, [reload]);
  if (problem?.name === 'key-needed')
    return <SignIn wrong={wrong} onSignedIn={() => void reload()} />;
  if (problem !== null && value === null) {
    return (
      <main class="sign-in">
        <h1>Plenary</h1>
        <p class="problem" role="alert">
          {problem.message}
        </p>
        <p>
          <a href="/present">Decks and sessions</a>
        </p>
      </main>
    );
  }
  if (value === null) return <main class="sign-in" aria-busy="true" />;
  return (
    <>
      {problem !== null && (
        <p class="problem desk-problem" role="alert">
          {problem.message}
        </p>
      )}
      {children(value.loaded, () => void reload())}
    </>
  );
}

/**
 * Reads the key of a presenter link (`/present#key=…`) and removes it from the address. The part
 * after # reaches no server log, but it would stay in the browser's history.
 */
function takeKeyFromLink(): string | null {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key !== null) history.replaceState(null, '', location.pathname);
  return key;
}
