import type { ComponentChild } from 'preact';
import { api } from '../../../client/api.ts';
import { count } from '../../../lib/count.ts';
import { longDay } from '../../../ui/day-label.ts';
import { PictureMenu } from './picture-menu.tsx';

interface Props {
  readonly code: string;
  readonly title: string;
  readonly lang: string;
  /** The number of people in the table. */
  readonly people: number;
  /** The bands. */
  readonly children: ComponentChild;
}

/** The menu for a picture of two questions crossed, in which few people are hidden already. */
export function CrossPicture({ code, title, lang, people, children }: Props) {
  return (
    <PictureMenu
      name={`Picture: ${title}`}
      file={`plenary-${code}-cross`}
      subject={async () => {
        const session = await api.session(code);
        if (!session.ok) throw new Error(session.error.message);
        const { name, title: deck, startedAt, rehearsal } = session.value;
        const date = longDay(new Date(startedAt), false);
        return {
          ...{ title, lang, accent: null, chart: children },
          note: `${count(people, 'person', 'people')} answered both`,
          session: name === '' ? deck : `${name} · ${deck}`,
          date: rehearsal ? `Rehearsal, ${date}` : date,
        };
      }}
    />
  );
}
