import type { ComponentChildren } from 'preact';
import { accentClass } from '../../lib/accents.ts';
import { View } from '../../ui/charts/view.tsx';
import type { StageViewProps } from '../views.ts';
import type { MatchContent } from './content.ts';
import type { MatchShown } from './match.ts';
import { Spread } from './parts/spread.stage.tsx';
import { notEnoughLabel } from './labels.ts';
import './match.stage.css';
import { OwnText } from '../../ui/own-text.tsx';

type Props = StageViewProps<MatchContent, MatchShown>;

/** The room's spread over the cases; while that is hidden, the cases and the questions. */
export default function MatchStage({ question, content, tally }: Props): ComponentChildren {
  const room = tally?.room ?? null;
  return (
    <View>
      {tally !== null && room !== null ? (
        <Spread question={question} content={content} tally={tally} room={room} />
      ) : (
        <>
          <Prompt content={content} />
          {tally !== null && (
            <p class="view-note" lang="en">
              {notEnoughLabel(content, tally.finished)}
            </p>
          )}
        </>
      )}
    </View>
  );
}

function Prompt({ content: { cases, questions } }: { content: MatchContent }): ComponentChildren {
  return (
    <div class="match-asked" style={{ '--match-rows': questions.length + 1 }}>
      <ul class="match-asked-cases">
        {cases.map(({ name, accent }) => (
          <li key={name} class={`match-case-name view-label ${accentClass(accent)}`}>
            <OwnText>{name}</OwnText>
          </li>
        ))}
      </ul>
      <ol class="match-asked-questions">
        {questions.map(({ ask }) => (
          <li key={ask}>
            <span class="view-label">
              <OwnText>{ask}</OwnText>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
