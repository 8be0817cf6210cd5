import type { ComponentChildren } from 'preact';
import { OwnText } from '../../../ui/own-text.tsx';
import type { HighlightPrompt } from '../content.ts';
import { withoutIndentation } from '../indentation.ts';
import { lineName } from '../labels.ts';
import './line-text.css';

interface Props {
  readonly form: HighlightPrompt['form'];
  readonly children: string;
}

/** The text of a line. A long line of code goes on below, behind its indentation. */
export function LineText({ form, children }: Props): ComponentChildren {
  if (form === 'text') {
    return (
      <span class="highlight-text view-label">
        <OwnText>{children}</OwnText>
      </span>
    );
  }
  const { columns, text } = withoutIndentation(children);
  return (
    <code
      class="highlight-text highlight-code view-label"
      translate={false}
      style={{ '--highlight-columns': columns }}
    >
      {text}
    </code>
  );
}

/** The number of a line, from 1; "Line 3:" for those who do not see it. */
export function LineNumber({ line }: { line: number }): ComponentChildren {
  return (
    <>
      <span class="highlight-number" aria-hidden="true">
        {line + 1}
      </span>
      <span class="visually-hidden" lang="en">
        {lineName(line)}:{' '}
      </span>
    </>
  );
}
