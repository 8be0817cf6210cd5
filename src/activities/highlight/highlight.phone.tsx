import type { ComponentChildren } from 'preact';
import { isIndices, sameIndices, toggleIndex } from '../../lib/indices.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { VerdictLine } from '../../ui/verdict.tsx';
import { SendForm } from '../send-form.tsx';
import type { PhoneViewProps } from '../views.ts';
import {
  isTappable,
  type HighlightAnswer,
  type HighlightCorrectAnswer,
  type HighlightPrompt,
  type HighlightShown,
} from './content.ts';
import { linesLeft, obstacle } from './draft.ts';
import { taskLabel } from './labels.ts';
import { LineNumber, LineText } from './parts/line-text.phone.tsx';
import { Tapped } from './parts/tapped.phone.tsx';
import './highlight.css';

type Props = PhoneViewProps<
  HighlightPrompt,
  HighlightAnswer,
  HighlightShown,
  HighlightCorrectAnswer
>;

/**
 * A button for each line. One line is sent at once; several are tapped first, then sent. Once closed,
 * the lines with one's own, the room's and the correct ones.
 */
export default function HighlightPhone(props: Props): ComponentChildren {
  const { content, answer, open, tally, correctAnswer } = props;
  const isOpen = open && correctAnswer === null;
  return (
    <>
      <VerdictLine
        isRight={
          correctAnswer === null || answer === null
            ? null
            : sameIndices(correctAnswer.right, answer.lines)
        }
      />
      {isOpen && (content.most === 1 ? <TapOne {...props} /> : <TapSeveral {...props} />)}
      {(!isOpen || tally !== null) && (
        <Tapped
          {...{ content, tally, correctAnswer }}
          answer={isOpen ? null : answer}
          isShort={isOpen}
        />
      )}
    </>
  );
}

function TapOne({ labelledBy, content, answer, give }: Props): ComponentChildren {
  return (
    <div role="group" aria-labelledby={labelledBy}>
      <p class="choice-note" lang="en">
        {taskLabel(content)}
      </p>
      <Lines
        {...{ content }}
        tapped={answer?.lines ?? []}
        onTap={(line) => give({ lines: [line] })}
      />
    </div>
  );
}

function TapSeveral(props: Props): ComponentChildren {
  const { content, answer, give } = props;
  const [tapped, setTapped] = useDraft(props, answer?.lines ?? [], isIndices);
  return (
    <SendForm
      view={props}
      obstacle={obstacle(content, tapped.length)}
      given={answer !== null && sameIndices(answer.lines, tapped)}
      onSend={() => give({ lines: tapped })}
    >
      <p class="choice-note" lang="en">
        {taskLabel(content)}
      </p>
      {content.most !== null && <Left most={content.most} tapped={tapped.length} />}
      <Lines {...{ content, tapped }} onTap={(line) => setTapped(toggleIndex(tapped, line))} />
    </SendForm>
  );
}

/** The lines that may still be tapped. They stay in sight, and are read out as they change. */
function Left({ most, tapped }: { most: number; tapped: number }): ComponentChildren {
  const { figure, words } = linesLeft(most, tapped);
  return (
    <p
      class={tapped > most ? 'highlight-left highlight-over' : 'highlight-left'}
      role="status"
      lang="en"
    >
      <b>{figure}</b> {words}
    </p>
  );
}

interface LinesProps {
  readonly content: HighlightPrompt;
  readonly tapped: readonly number[];
  onTap(line: number): void;
}

function Lines({ content: { form, lines }, tapped, onTap }: LinesProps): ComponentChildren {
  return (
    <ol class="highlight-lines">
      {lines.map((text, line) =>
        isTappable(text) ? (
          <li key={line}>
            <button
              type="button"
              class="highlight-line"
              aria-pressed={tapped.includes(line)}
              onClick={() => onTap(line)}
            >
              <LineNumber line={line} />
              <LineText form={form}>{text}</LineText>
            </button>
          </li>
        ) : (
          <li key={line} class="highlight-blank" aria-hidden="true" />
        ),
      )}
    </ol>
  );
}
