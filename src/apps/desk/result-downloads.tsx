import { resultsPath } from '../../client/api.ts';
import { csvForm } from './csv-form.ts';
import { MoreMenu } from './more-menu.tsx';

interface Props {
  readonly code: string;
}

/** Links to the results as files: for a spreadsheet, for a program, and further ones in a menu. */
export function ResultDownloads({ code }: Props) {
  const form = csvForm();
  const wide = resultsPath(code, 'wide.csv');
  const tidy = resultsPath(code, 'results.csv');
  return (
    <>
      <a class="button" href={resultsPath(code, 'results.xlsx')} download>
        Download Excel
      </a>
      <a class="button" href={tidy} download>
        Download CSV
      </a>
      <MoreMenu name="More files" label="More files">
        <a class="button" href={wide} download>
          Wide table: a row for each attendee
        </a>
        <a class="button" href={resultsPath(code, 'codebook.csv')} download>
          Codebook of the wide table
        </a>
        {form !== '' && (
          <a class="button" href={`${tidy}?${form}`} download>
            CSV with semicolons
          </a>
        )}
        {form !== '' && (
          <a class="button" href={`${wide}?${form}`} download>
            Wide table with semicolons
          </a>
        )}
        <a class="button" href={resultsPath(code, 'results.json')} download>
          JSON
        </a>
        <a class="button" href={`/api/v1/sessions/${code}/session.json`} download>
          Save the session
        </a>
      </MoreMenu>
    </>
  );
}
