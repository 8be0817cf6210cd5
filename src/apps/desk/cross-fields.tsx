import { useId } from 'preact/hooks';
import type { CrossedQuestion } from '../../results/cross-table.ts';
import { itemName, type ChosenItems } from './crossed-items.ts';

interface Props {
  readonly questions: readonly CrossedQuestion[];
  readonly items: ChosenItems;
  readonly lang: string;
  readonly onItems: (items: ChosenItems) => void;
}

/** The fields that choose two questions, and the button that swaps them. Choosing the other one swaps them, too. */
export function CrossFields({ questions, items, lang, onItems }: Props) {
  const { rows, columns } = items;
  const swapped = { rows: columns, columns: rows };
  return (
    <form class="cross-fields" onSubmit={(event) => event.preventDefault()}>
      <ItemField
        {...{ questions, lang, label: 'Rows', chosen: rows }}
        onItem={(item) => onItems(item === columns ? swapped : { ...items, rows: item })}
      />
      <button
        type="button"
        class="button"
        disabled={rows === null || columns === null}
        onClick={() => onItems(swapped)}
      >
        Swap
      </button>
      <ItemField
        {...{ questions, lang, label: 'Columns', chosen: columns }}
        onItem={(item) => onItems(item === rows ? swapped : { ...items, columns: item })}
      />
    </form>
  );
}

interface FieldProps {
  readonly questions: readonly CrossedQuestion[];
  readonly lang: string;
  readonly label: string;
  readonly chosen: string | null;
  readonly onItem: (item: string) => void;
}

function ItemField({ questions, lang, label, chosen, onItem }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label for={id}>{label}</label>
      <select
        id={id}
        class="field"
        lang={lang}
        onChange={({ currentTarget }) => onItem(currentTarget.value)}
      >
        {chosen === null && (
          <option value="" lang="en" disabled selected>
            Choose a question
          </option>
        )}
        {questions.map((question) =>
          question.items.length === 1 ? (
            <Item key={question.activity} {...{ question, place: 0, chosen }} />
          ) : (
            <optgroup key={question.activity} label={question.question}>
              {question.items.map((_, place) => (
                <Item key={place} {...{ question, place, chosen }} />
              ))}
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}

interface ItemProps {
  readonly question: CrossedQuestion;
  readonly place: number;
  readonly chosen: string | null;
}

function Item({ question, place, chosen }: ItemProps) {
  const name = itemName(question, place);
  const item = question.items[place] ?? '';
  return (
    <option value={name} selected={name === chosen}>
      {item === '' ? question.question : item}
    </option>
  );
}
