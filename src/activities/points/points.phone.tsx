import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { isStrings } from '../../lib/json.ts';
import { isolated } from '../../lib/text-direction.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { SendForm, stateId } from '../send-form.tsx';
import type { PhoneViewProps } from '../views.ts';
import type { PointsAnswer, PointsContent, PointsShown } from './content.ts';
import { draftOf, readDraft, stepped, withText } from './draft.ts';
import { taskLabel } from './labels.ts';
import { Given } from './parts/given.phone.tsx';
import { Stepper } from './parts/stepper.phone.tsx';
import './points.css';

type Props = PhoneViewProps<PointsContent, PointsAnswer, PointsShown>;

/** A stepper for each option and the points that are left; once closed, the points that were given. */
export default function PointsPhone(props: Props): ComponentChildren {
  const { content, answer, open, tally } = props;
  const own = open ? null : answer;
  return (
    <div class="points">
      {open && <Giving {...props} />}
      {(tally !== null || own !== null) && <Given content={content} answer={own} tally={tally} />}
    </div>
  );
}

function Giving(props: Props): ComponentChildren {
  const { content, answer, give } = props;
  const { options, total } = content;
  const [draft, setDraft] = useDraft(props, draftOf(content, answer), isStrings);
  // The change by the latest press: the field that has it does not have the focus.
  const [news, setNews] = useState('');
  const form = useId();
  const reading = readDraft(content, draft);
  const { points, left, obstacle, wrong } = reading;
  const type = (option: number, text: string): void => setDraft(withText(draft, option, text));
  const step = (option: number, steps: number): void => {
    const now = stepped(content, reading, option, steps);
    type(option, String(now));
    setNews(`${isolated(options[option] ?? '')}: ${now}.`);
  };
  return (
    <SendForm
      view={props}
      form={form}
      obstacle={obstacle}
      given={String(points) === String(answer?.points)}
      onSend={() => give({ points: points.map(Number) })}
    >
      <p class="choice-note" lang="en">
        {taskLabel(content)}
      </p>
      <Left left={left} total={total} />
      <ul class="points-rows">
        {options.map((option, place) => (
          <Stepper
            key={option}
            option={option}
            text={draft[place] ?? ''}
            percent={(100 * Math.min(points[place] ?? 0, total)) / total}
            canTake={points[place] !== 0}
            canGive={stepped(content, reading, place, 1) > (points[place] ?? 0)}
            describedBy={place === wrong ? stateId(form) : undefined}
            onText={(text) => {
              type(place, text);
              setNews('');
            }}
            onStep={(steps) => step(place, steps)}
          />
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        {news}
        {news !== '' && left === 0 && <span lang="en"> No points left.</span>}
      </p>
    </SendForm>
  );
}

/** The points that are left. It stays in sight; the line beside Send announces them. */
function Left({ left, total }: { left: number; total: number }): ComponentChildren {
  return (
    <p class={left < 0 ? 'points-left points-left-over' : 'points-left'} lang="en">
      <b>{Math.abs(left)}</b> {left < 0 ? 'points too many' : `of ${total} points left`}
    </p>
  );
}
