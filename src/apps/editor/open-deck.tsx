import { useCallback, useEffect, useState } from 'preact/hooks';
import { deckEditing } from '../../client/deck-editing.ts';
import { newId } from '../../client/device/new-id.ts';
import { deviceStorage } from '../../client/device/storage.ts';
import { SignIn } from '../../presenting/sign-in.tsx';
import type { WireError } from '../../protocol/wire-error.ts';
import { DeckModel } from './deck-model.ts';
import { EditorPage } from './editor-page.tsx';

/** The editor of a deck, after asking for the presenter's key where that is needed. */
export function OpenDeck({ name }: { name: string }) {
  const [model, setModel] = useState<DeckModel | null>(null);
  const [problem, setProblem] = useState<WireError | null>(null);
  const load = useCallback(async (): Promise<void> => {
    const opened = await deckEditing.open(name);
    setProblem(opened.ok ? null : opened.error);
    if (opened.ok) setModel(new DeckModel(opened.value, newId(), deviceStorage()));
  }, [name]);
  useEffect(() => void load(), [load]);
  if (problem?.name === 'key-needed') return <SignIn onSignedIn={() => void load()} />;
  if (problem !== null) {
    return (
      <main class="sign-in">
        <h1>{name}</h1>
        <p class="problem" role="alert">
          {problem.message}
        </p>
        <p>
          <a href="/present">All decks</a>
        </p>
      </main>
    );
  }
  return model === null ? <main class="sign-in" aria-busy="true" /> : <EditorPage model={model} />;
}
