import { useLazyModule } from '../../../ui/use-lazy-module.ts';
import { LeftOutFiles } from './left-out-files.tsx';
import { NameAndAdd } from './name-and-add.tsx';
import { ReportedProblems } from './reported-problems.tsx';
import type { DeckAtServer } from './send-deck.ts';
import { StepHeading } from './step-heading.tsx';

interface Props {
  readonly deck: DeckAtServer;
  readonly onTaken: (name: string) => void;
}

/** A deck as the compiler sees it, to be added under a name or not at all. */
export function ImportedDeck({ deck: { id, report }, onTaken }: Props) {
  const { title, lang, slides, questions, presentable, first } = report;
  const preview = useLazyModule(first !== null, () => import('./first-slide.tsx'));
  return (
    <>
      <StepHeading text={title} lang={lang} />
      {first !== null && (
        <div class="bring-deck-picture">
          {preview !== null && <preview.FirstSlide first={first} />}
        </div>
      )}
      <p class="caption">
        {presentable
          ? `${counted(slides, 'slide')} · ${counted(questions, 'question')}`
          : 'It has mistakes. You can add it, and present it once they are mended.'}
      </p>
      <ReportedProblems problems={report.problems} />
      <LeftOutFiles files={report.leftOut} />
      <NameAndAdd id={id} proposed={report.name} onTaken={onTaken} />
    </>
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
