import { useState } from 'preact/hooks';

/** The form for the session code; `problem` says why the last code was refused. */
export function JoinForm({ code, problem }: { code: string; problem: string | null }) {
  const [typed, setTyped] = useState(code);
  const join = (event: Event): void => {
    event.preventDefault();
    // People type the space that they read.
    const wanted = typed.replace(/\s/g, '');
    if (wanted !== '') location.assign(`/j/${encodeURIComponent(wanted)}`);
  };
  return (
    <form class="join-form" onSubmit={join}>
      <label for="code">Code shown on the screen</label>
      <input
        id="code"
        class="field join-code"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        inputMode="numeric"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={16}
        required
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : 'code-problem'}
      />
      {problem !== null && (
        <p id="code-problem" class="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" class="button button-primary">
        Join
      </button>
    </form>
  );
}
