import { useRef, useState } from 'preact/hooks';
import { importApi } from '../../../client/import-api.ts';
import type { Brought } from './brought-files.ts';
import { sendDeck, sizeOf, type DeckAtServer } from './send-deck.ts';

/** The place in the way from a file on this computer to a deck in the list. */
export type Step =
  | { readonly is: 'closed' }
  | { readonly is: 'choosing'; readonly problem: string | null }
  | { readonly is: 'sending'; readonly name: string; readonly sent: number; readonly of: number }
  | { readonly is: 'looking'; readonly deck: DeckAtServer };

interface Bringing {
  readonly step: Step;
  choose(): void;
  /** Sends the files that were read, unless others are on their way already. */
  bring(read: () => Promise<Brought | null>): void;
  /** Ends it, and drops its files at the server. */
  close(): void;
  /** Ends it; the deck was taken. */
  done(): void;
}

/** Brings one deck at a time to the server, to be looked at. */
export function useBringing(): Bringing {
  const [step, setStep] = useState<Step>({ is: 'closed' });
  const sending = useRef(new AbortController());
  const bring = async (read: () => Promise<Brought | null>): Promise<void> => {
    const { signal } = (sending.current = new AbortController());
    const show = (next: Step | ((before: Step) => Step)): void => {
      if (!signal.aborted) setStep(next);
    };
    const brought = await read().catch(() => null);
    if (brought === null) {
      return show({ is: 'choosing', problem: 'There is no file in it that can be read.' });
    }
    show({ is: 'sending', name: brought.name, sent: 0, of: sizeOf(brought) });
    const onSent = (bytes: number): void =>
      show((now) => (now.is === 'sending' ? { ...now, sent: now.sent + bytes } : now));
    const deck = await sendDeck(brought, { signal, onSent });
    if (!deck.ok) return show({ is: 'choosing', problem: deck.error.message });
    if (signal.aborted) void importApi.drop(deck.value.id);
    show({ is: 'looking', deck: deck.value });
  };
  return {
    step,
    choose: () => setStep({ is: 'choosing', problem: null }),
    bring: (read) => {
      if (step.is === 'closed' || step.is === 'choosing') void bring(read);
    },
    close: () => {
      sending.current.abort();
      if (step.is === 'looking') void importApi.drop(step.deck.id);
      setStep({ is: 'closed' });
    },
    done: () => setStep({ is: 'closed' }),
  };
}
