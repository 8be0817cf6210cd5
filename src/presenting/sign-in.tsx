import { useState } from 'preact/hooks';
import { api } from '../client/api.ts';

interface Props {
  readonly onSignedIn: () => void;
  /** The reason why the key of a link was refused; null where there was none. */
  readonly wrong?: string | null;
}

/** Asks for the presenter's key; the server answers with a cookie that no script can read. */
export function SignIn({ onSignedIn, wrong = null }: Props) {
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<string | null>(wrong);
  const signIn = async (event: Event): Promise<void> => {
    event.preventDefault();
    const signedIn = await api.signIn(key.trim());
    if (signedIn.ok) onSignedIn();
    else setProblem(signedIn.error.message);
  };
  return (
    <main class="sign-in">
      <h1>Sign in to present</h1>
      <form onSubmit={(event) => void signIn(event)}>
        <label for="key">Presenter key</label>
        <input
          id="key"
          class="field"
          type="password"
          autocomplete="current-password"
          required
          value={key}
          onInput={(event) => setKey(event.currentTarget.value)}
          aria-invalid={problem !== null}
          aria-describedby="key-help"
        />
        <p id="key-help" class="sign-in-help">
          It is in the link that Plenary printed when it started, or that somebody sent you.
        </p>
        {problem !== null && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" class="button button-primary">
          Sign in
        </button>
      </form>
    </main>
  );
}
