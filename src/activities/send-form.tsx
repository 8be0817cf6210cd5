import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import type { PhoneViewProps, SendOffer } from './views.ts';

type Props = Pick<SendOffer, 'obstacle' | 'given'> & {
  readonly view: Pick<PhoneViewProps, 'draft' | 'offerSend' | 'labelledBy'>;
  readonly look?: string;
  /** The form's id, where a field is to be described by `stateId` of it. */
  readonly form?: string;
  /** False while there is nothing to send; true by default. */
  readonly isOffered?: boolean;
  readonly children: ComponentChildren;
  onSend(): void;
};

/** The id of the sentence beside Send: on a draft, what keeps it from being sent. */
export function stateId(form: string): string {
  return `${form}-state`;
}

/** A form for an answer that is composed first. Its button Send is at the foot of the card. */
export function SendForm(props: Props): ComponentChildren {
  const { view, look, obstacle, given, isOffered = true, children, onSend } = props;
  const { draft, offerSend } = view;
  const own = useId();
  const { form = own } = props;
  useLayoutEffect(() => {
    offerSend(isOffered ? { draft, obstacle, given, form } : null);
  }, [draft, obstacle, given, isOffered]);
  useLayoutEffect(() => () => offerSend(null), []);
  const send = (event: Event): void => {
    event.preventDefault();
    if (obstacle === null && !given) onSend();
  };
  return (
    <form id={form} class={look} aria-labelledby={view.labelledBy} noValidate onSubmit={send}>
      {children}
    </form>
  );
}
