import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { OwnText } from '../../../ui/own-text.tsx';
import { SendForm } from '../../send-form.tsx';
import type { PhoneViewProps } from '../../views.ts';
import type { MatrixAnswer, MatrixContent, MatrixShown, Position } from '../content.ts';
import { isGiven, obstacle } from '../draft.ts';
import { placedLabel, quadrantLabel, taskLabel } from '../labels.ts';
import { Items } from './items.phone.tsx';
import { Moves } from './moves.phone.tsx';
import { Sliders } from './sliders.phone.tsx';
import { Square } from './square.phone.tsx';
import { usePlacing } from './use-placing.phone.tsx';

interface Props {
  readonly view: PhoneViewProps<MatrixContent, MatrixAnswer, MatrixShown>;
}

/** The items, the square, and two sliders for the chosen item: all write one draft. */
export function Placing({ view }: Props): ComponentChildren {
  const { content, answer, give } = view;
  const { items } = content;
  const placing = usePlacing(view);
  const { draft, positions, chosen } = placing;
  const item = items[chosen] ?? '';
  const where = useId();
  return (
    <SendForm
      view={view}
      look="matrix-form"
      obstacle={obstacle(content, draft)}
      given={isGiven(draft, answer)}
      onSend={() => give({ positions })}
    >
      <p class="choice-note" lang="en">
        {taskLabel(content)}: choose one, then tap its place. {placedLabel(positions)}
      </p>
      <Items
        items={items}
        chosen={chosen}
        isPlaced={positions.map((one) => one !== null)}
        onChoose={placing.choose}
      />
      <Current content={content} item={chosen} position={positions[chosen] ?? null} id={where} />
      <Square
        content={content}
        draft={draft}
        chosen={chosen}
        onTap={placing.tap}
        onDrag={placing.drag}
      />
      <Sliders
        content={content}
        draft={draft}
        item={chosen}
        describedBy={where}
        onChange={placing.setDraft}
      />
      <Moves
        item={item}
        next={items[placing.next] ?? ''}
        isSet={draft[chosen]?.some((value) => value !== null) === true}
        onTakeOut={placing.takeOut}
        onNext={placing.chooseNext}
      />
      <p class="visually-hidden" role="status">
        {placing.news}
      </p>
    </SendForm>
  );
}

interface CurrentProps {
  readonly content: MatrixContent;
  readonly item: number;
  readonly position: Position | null;
  /** The id of the name of its quadrant. */
  readonly id: string;
}

/** The chosen item, and the name of the quadrant that it is in. */
function Current({ content, item, position, id }: CurrentProps): ComponentChildren {
  return (
    <p class="matrix-current">
      <span class="matrix-figure">{item + 1}</span>{' '}
      <span class="matrix-text">
        <OwnText>{content.items[item] ?? ''}</OwnText>
      </span>{' '}
      <span class="choice-note" id={id} lang="en">
        {position !== null && content.quadrants.length > 0 && quadrantLabel(content, position)}
      </span>
    </p>
  );
}
