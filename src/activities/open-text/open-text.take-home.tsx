import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { calendarFile } from '../../lib/calendar-entry.ts';
import { downloadFile } from '../../ui/download-file.ts';
import type { TakeHomeViewProps } from '../views.ts';
import type { OpenTextShown } from './tally.ts';
import '../../ui/choice/choice.css';
import './open-text.css';
import type { OpenTextAnswer, OpenTextContent } from './content.ts';
import { OwnText } from '../../ui/own-text.tsx';

type Props = TakeHomeViewProps<OpenTextContent, OpenTextAnswer, OpenTextShown>;

const FILE_NAME = 'reminder.ics';

/** The attendee's option and text, and where the deck asks for it, a calendar reminder. */
export default function OpenTextTakeHome({ talk, content, answer }: Props): ComponentChildren {
  const { choice, text } = answer;
  return (
    <>
      <div class="open-text-written">
        {choice !== null && (
          <p class={text === null ? undefined : 'choice-note'}>
            <OwnText>{content.options[choice] ?? ''}</OwnText>
          </p>
        )}
        {text !== null && (
          <p>
            <OwnText>{text}</OwnText>
          </p>
        )}
      </div>
      {text !== null && content.remindIn !== null && (
        <Reminder talk={talk} text={text} days={content.remindIn} />
      )}
    </>
  );
}

interface ReminderProps {
  readonly talk: string;
  readonly text: string;
  readonly days: number;
}

function Reminder({ talk, text, days }: ReminderProps): ComponentChildren {
  const [uid] = useState(newUid);
  const [offered, setOffered] = useState(false);
  const remind = (): void => {
    const file = calendarFile({
      uid,
      madeAt: new Date().toISOString(),
      on: dayIn(days),
      summary: text,
      // This is the page that it was written on.
      description: `${talk}\n${location.href}`,
    });
    downloadFile(new Blob([file], { type: 'text/calendar' }), FILE_NAME);
    setOffered(true);
  };
  return (
    <div class="open-text-reminder" lang="en">
      <button type="button" class="button" onClick={remind}>
        Add to calendar
      </button>
      <p class="choice-note" role="status">
        {offered ? `Open ${FILE_NAME} to add it to your calendar.` : formatDays(days)}
      </p>
    </div>
  );
}

/** Today and so many days, on the reader's own calendar. */
function dayIn(days: number): { year: number; month: number; day: number } {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

function formatDays(days: number): string {
  const { year, month, day } = dayIn(days);
  const date = new Date(year, month - 1, day).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return `For ${date}.`;
}

function newUid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  return `${digits.join('')}@plenary`;
}
