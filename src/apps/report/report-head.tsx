import type { ComponentChildren } from 'preact';
import type { Report } from '../../results/report-of.ts';
import { lengthLabel } from '../../ui/day-label.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { whenLabel } from './when-label.ts';

export interface ReportOptions {
  /** An IANA name; left out for the server's own time zone. */
  readonly zone?: string;
  /** Links for the presenter; null in a file that is given away. */
  readonly links: { readonly file: string; readonly results: string } | null;
}

interface Props {
  readonly report: Report;
  readonly options: ReportOptions;
}

/** The title of a report and its key figures; above them, for the presenter, its links. */
export function ReportHead({ report, options: { links, zone } }: Props) {
  const { name, title, lang, startedAt, endedAt, rehearsal } = report;
  return (
    <header class="report-head">
      {links !== null && (
        <p class="report-actions">
          <a class="button button-primary" href={links.file} download>
            Save as file
          </a>
          <a class="button button-quiet" href={links.results}>
            Results
          </a>
        </p>
      )}
      {rehearsal && <p class="report-mark">Rehearsal</p>}
      <h1 lang={name === '' ? lang : undefined}>
        <OwnText>{name === '' ? title : name}</OwnText>
      </h1>
      {name !== '' && (
        <p class="report-deck" lang={lang}>
          <OwnText>{title}</OwnText>
        </p>
      )}
      <p class="report-note">
        {whenLabel(startedAt, endedAt, zone)}
        {endedAt === null && ' · Still running when this report was made'}
      </p>
      <Figures report={report} />
    </header>
  );
}

function Figures({
  report: { people, rate, questions, startedAt, endedAt },
}: Pick<Props, 'report'>) {
  return (
    <dl class="report-figures">
      <Figure name="People who answered">{people}</Figure>
      {rate !== null && <Figure name="Their response rate">{rate}%</Figure>}
      <Figure name="Questions">{questions.filter((one) => !one.isEarlierWording).length}</Figure>
      {endedAt !== null && (
        <Figure name="Duration">{lengthLabel(new Date(startedAt), new Date(endedAt))}</Figure>
      )}
    </dl>
  );
}

function Figure({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
