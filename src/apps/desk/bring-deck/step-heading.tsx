import { useLayoutEffect, useRef } from 'preact/hooks';
import { OwnText } from '../../../ui/own-text.tsx';

/** The heading of a step in a dialog. It takes the focus, for the button that had it is gone. */
export function StepHeading({ text, lang }: { text: string; lang?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1} autofocus lang={lang}>
      <OwnText>{text}</OwnText>
    </h2>
  );
}
