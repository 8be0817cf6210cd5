import { OwnText } from '../../../ui/own-text.tsx';
import type { SummaryLine } from './summary-lines.ts';

/** The summary at the top of the page. */
export function InShort({ lines }: { lines: readonly SummaryLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section class="take-home-short" aria-labelledby="take-home-short">
      <h2 id="take-home-short" lang="en">
        In short
      </h2>
      <dl>
        {lines.map(({ label, text, isOwn }) => (
          <div key={label}>
            <dt lang="en">{label}</dt>
            <dd lang={isOwn ? undefined : 'en'}>
              <OwnText>{text}</OwnText>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
