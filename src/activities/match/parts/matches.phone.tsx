import type { ComponentChildren } from 'preact';
import { accentClass } from '../../../lib/accents.ts';
import type { Choices, MatchContent } from '../content.ts';
import { nearestTwo, scoredChoices, type Score, type Verdict } from '../scores.ts';
import { warningsOf } from '../warnings.ts';
import { explanation, percentOf, formatPoints } from '../labels.ts';
import '../../../ui/choice/choice.css';
import { OwnText } from '../../../ui/own-text.tsx';

interface MatchesProps {
  readonly content: MatchContent;
  readonly choices: Choices;
  readonly verdict: Verdict;
}

/** The two nearest cases, each with its share and the reasons for it, and all warnings. */
export function Matches({ content, choices, verdict }: MatchesProps): ComponentChildren {
  const warnings = warningsOf(content, choices);
  return (
    <>
      <p class="choice-note" lang="en">
        {explanation(verdict)}
      </p>
      <ol class="match-cases">
        {nearestTwo(content, choices).map((score) => (
          <Match key={score.case} content={content} choices={choices} score={score} />
        ))}
      </ol>
      {warnings.map(({ text, warning }) => (
        <p key={text} class="match-warning">
          <b>
            <OwnText>{text}</OwnText>:
          </b>{' '}
          <OwnText>{warning}</OwnText>
        </p>
      ))}
      <p class="choice-note match-caveat" lang="en">
        A starting point for a conversation, not a verdict.
      </p>
    </>
  );
}

interface MatchProps {
  readonly content: MatchContent;
  readonly choices: Choices;
  readonly score: Score;
}

function Match({ content, choices, score }: MatchProps): ComponentChildren {
  const found = content.cases[score.case];
  if (found === undefined) return null;
  return (
    <li class={`match-case ${accentClass(found.accent)}`}>
      <p class="match-share">
        <b class="match-name">
          <OwnText>{found.name}</OwnText>
        </b>
        <span lang="en">
          <b class="match-percent">{Math.round(percentOf(score))}%</b>{' '}
          <span class="choice-note">{formatPoints(score)}</span>
        </span>
      </p>
      <div class="match-track" aria-hidden="true">
        <span class="match-fill" style={{ width: `${percentOf(score)}%` }} />
      </div>
      <ul class="match-reasons">
        {scoredChoices(content, choices, score.case).map(({ ask, text, points }) => (
          <li key={ask}>
            <span>
              <OwnText>{text}</OwnText>{' '}
              <span class="choice-note">
                <OwnText>{ask}</OwnText>
              </span>
            </span>
            <span class="match-given ltr">+{points}</span>
          </li>
        ))}
      </ul>
      {found.note !== '' && (
        <p class="match-case-note">
          <OwnText>{found.note}</OwnText>
        </p>
      )}
    </li>
  );
}
