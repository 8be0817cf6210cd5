import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { formatNumber } from '../../../lib/format-number.ts';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import type { Ack } from '../../../protocol/messages.ts';
import type { AttendeeScoring, OwnScore as Score } from '../../../session/score-views.ts';
import type { ActivityView } from '../../../session/views.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { useOwnScore } from './use-own-score.ts';
import { useTellShown } from './use-tell-shown.ts';
import './own-score.css';

interface Props {
  readonly session: AttendeeSession;
  readonly scoring: AttendeeScoring;
  /** The question that everybody answers now. */
  readonly current: ActivityView | undefined;
  readonly ended: boolean;
}

/** The attendee's own points, place, name and team, with the fields to choose them. */
export function OwnScore({ session, scoring, current, ended }: Props) {
  const heading = useId();
  const score = useOwnScore(session, scoring, ended);
  useTellShown(session, scoring.speed && current?.hasCorrectAnswer ? current : undefined);
  if (score === null) return null;
  const choices = { session, scoring, score };
  return (
    <section class="own-score" aria-labelledby={heading} lang="en">
      <h2 id={heading}>Your points</h2>
      <p role="status" class={score.place === null ? undefined : 'own-points'}>
        {pointsLine(score)}
      </p>
      <NameLine scoring={scoring} score={score} />
      {score.team !== null && (
        <p>
          Your team: <OwnText>{score.team}</OwnText>
        </p>
      )}
      {!ended && scoring.names === 'chosen' && <ChooseName {...choices} />}
      {!ended && mayChooseTeam(scoring, score) && <ChooseTeam {...choices} />}
    </section>
  );
}

/** false for one whose points count for a team already. */
function mayChooseTeam({ teams, deal }: AttendeeScoring, { team, place }: Score): boolean {
  return teams.length > 0 && !deal && (team === null || place === null);
}

function pointsLine({ points, place, people }: Score): string {
  if (place === null && people > 0) return 'None so far.';
  if (place === null) return 'None yet. Points count once the correct answer is revealed.';
  const noun = points === 1 ? 'point' : 'points';
  return `${formatNumber(points)} ${noun}, place ${place} of ${people}`;
}

function NameLine({ scoring, score }: Pick<Props, 'scoring'> & { score: Score }) {
  const { shown, name, nameIs } = score;
  if (shown === '') return null;
  return (
    <p role="status">
      {scoring.names === 'chosen' && nameIs === 'waiting' && (
        <>
          Your name “<OwnText>{name}</OwnText>” waits for approval.{' '}
        </>
      )}
      {scoring.names === 'chosen' &&
        nameIs === 'put-away' &&
        'The presenter did not take your name. '}
      The room sees you as <OwnText>{shown}</OwnText>.
    </p>
  );
}

interface ChoiceProps extends Pick<Props, 'session' | 'scoring'> {
  readonly score: Score;
}

function ChooseName({ session, score }: ChoiceProps) {
  const field = useId();
  const [typed, setTyped] = useState(score.name);
  const [problem, join] = useJoin(session);
  const send = (event: Event): void => {
    event.preventDefault();
    join({ name: typed });
  };
  return (
    <Choice
      title={score.name === '' ? 'Choose a name' : 'Change your name'}
      isNew={score.name === ''}
    >
      <form onSubmit={send}>
        <label for={field}>
          A name of at most 30 characters. The presenter reads it before the room does.
        </label>
        <input
          id={field}
          class="field"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          autocomplete="off"
          aria-invalid={problem !== ''}
          aria-describedby={`${field}-problem`}
        />
        <button type="submit" class="button">
          Send name
        </button>
        <p id={`${field}-problem`} class="problem" role="alert">
          {problem}
        </p>
      </form>
    </Choice>
  );
}

function ChooseTeam({ session, scoring, score }: ChoiceProps) {
  const [problem, join] = useJoin(session);
  return (
    <Choice
      title={score.team === null ? 'Choose a team' : 'Change your team'}
      isNew={score.team === null}
    >
      <div class="own-score-teams" role="group" aria-label="Teams">
        {scoring.teams.map((team) => (
          <button
            key={team}
            type="button"
            class="button"
            aria-pressed={team === score.team}
            onClick={() => join({ team })}
          >
            <OwnText>{team}</OwnText>
          </button>
        ))}
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
    </Choice>
  );
}

interface FoldedProps {
  readonly title: string;
  /** true: nothing is chosen yet, and the choice is open. */
  readonly isNew: boolean;
  readonly children: ComponentChildren;
}

/** A choice that is open until it is made; then it is folded into its title. */
function Choice({ title, isNew, children }: FoldedProps) {
  return (
    <details open={isNew}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** Sends a name or a team; returns the reason for which the last one was not taken, '' for none. */
function useJoin(session: AttendeeSession) {
  const [problem, setProblem] = useState('');
  const join = (chosen: { readonly name?: string; readonly team?: string }): void => {
    void session.connection.ask<Ack>('player:join', chosen).then((ack) => {
      if (ack === null) setProblem('No connection. Try again in a moment.');
      else setProblem(ack.ok ? '' : ack.error.message);
    });
  };
  return [problem, join] as const;
}
