import { useEffect, useRef, useState } from 'preact/hooks';
import { isSessionCode } from '../../lib/session-code.ts';
import { NO_CODE } from './no-code.ts';
import { GoOn } from './go-on.tsx';
import './join-form.css';
import { codeTyped } from './typed-code.ts';

/** The form for the session code; `problem` says why the last code was refused. */
export function JoinForm(props: { code: string; problem: string | null }) {
  const [typed, setTyped] = useState(props.code);
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState(props.problem);
  const join = (event: Event): void => {
    event.preventDefault();
    const code = codeTyped(typed);
    if (isSessionCode(code)) location.assign(`/j/${code}`);
    else {
      setProblem(NO_CODE);
      field.current?.focus();
    }
  };
  useEffect(() => {
    if (props.problem !== null) field.current?.focus();
  }, []);
  return (
    <>
      <form class="join-form" onSubmit={join}>
        <label for="code">The six-digit code on the screen in front</label>
        <input
          id="code"
          ref={field}
          class="field join-code"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          placeholder="––– –––"
          inputMode="numeric"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
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
      {/* Below: it comes late, and must not move what somebody types into. */}
      {props.code === '' && <GoOn />}
    </>
  );
}
