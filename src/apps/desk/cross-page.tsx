import { useCallback, useEffect, useState } from 'preact/hooks';
import { api, crossPath } from '../../client/api.ts';
import type { Result } from '../../lib/result.ts';
import type { CrossChoices, CrossTable } from '../../results/cross-table.ts';
import type { WireError } from '../../protocol/wire-error.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { useDirection } from '../../ui/use-direction.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { CrossFields } from './cross-fields.tsx';
import { CrossView } from './cross-view.tsx';
import { chosenItems, putItemsInAddress, type ChosenItems } from './crossed-items.ts';
import { RequireSignIn } from './require-sign-in.tsx';

/** Two questions of a session crossed. */
export function CrossPage({ code }: { code: string }) {
  const load = useCallback(() => api.crossChoices(code), [code]);
  return <RequireSignIn load={load}>{(choices) => <Cross {...{ code, choices }} />}</RequireSignIn>;
}

interface Props {
  readonly code: string;
  readonly choices: CrossChoices;
}

function Cross({ code, choices }: Props) {
  const { lang, title, questions } = choices;
  useDirection(lang);
  usePageTitle('Two questions crossed', title);
  const [items, setItems] = useState<ChosenItems | null>(() =>
    chosenItems(questions, location.search),
  );
  const pair = pairOf(items);
  const choose = (chosen: ChosenItems): void => {
    putItemsInAddress(chosen);
    setItems(chosen);
  };
  return (
    <main class="desk cross">
      <p class="desk-brand" lang={lang}>
        <OwnText>{title}</OwnText>
      </p>
      <h1>Two questions crossed</h1>
      {items === null ? (
        <p class="cross-note">There is one question to cross, or none. Ask another one first.</p>
      ) : (
        <CrossFields {...{ questions, items, lang }} onItems={choose} />
      )}
      {pair === null ? (
        items !== null && (
          <p class="cross-note">
            Choose two questions. The table has a row for each answer to one, and a column for each
            answer to the other.
          </p>
        )
      ) : (
        <Crossed {...{ code, lang, ...pair }} />
      )}
      <p class="desk-actions cross-actions">
        {pair !== null && (
          <a class="button" href={crossPath(code, pair.rows, pair.columns, 'csv')} download>
            Download CSV
          </a>
        )}
        <a class="button button-quiet" href={`/s/${code}/results`}>
          All results
        </a>
      </p>
    </main>
  );
}

interface Pair {
  readonly rows: string;
  readonly columns: string;
}

/** Both items; null until both are chosen. */
function pairOf(items: ChosenItems | null): Pair | null {
  if (items === null || items.rows === null || items.columns === null) return null;
  return { rows: items.rows, columns: items.columns };
}

interface CrossedProps extends Pair {
  readonly code: string;
  readonly lang: string;
}

function Crossed({ code, rows, columns, lang }: CrossedProps) {
  const [crossed, setCrossed] = useState<Result<CrossTable, WireError> | null>(null);
  useEffect(() => {
    let isLatest = true;
    void api.cross(code, rows, columns).then((reply) => {
      if (isLatest) setCrossed(reply);
    });
    return () => {
      isLatest = false;
    };
  }, [code, rows, columns]);
  if (crossed === null) return <p aria-busy="true" />;
  if (crossed.ok) return <CrossView {...{ code, lang }} crossed={crossed.value} />;
  return (
    <p class="problem cross-note" role="alert">
      {crossed.error.message}
    </p>
  );
}
