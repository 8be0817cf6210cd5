import type { StoredFact } from '../../src/session/facts.ts';
import { ownAnswers } from '../../src/session/project.ts';
import { forAttendee } from '../transport/socket-types.ts';
import type { LiveSession } from './live-session.ts';
import type { Publisher } from './publisher.ts';

/** Tells an attendee's pages here of answers that they gave by another node. */
export function followAnswersElsewhere(session: LiveSession, publisher: Publisher): void {
  const tell = ({ fact }: StoredFact): void => {
    if (fact.type !== 'answer:given') return;
    const { attendee, activity } = fact;
    const tabs = publisher.presence.tabsOf(attendee);
    if (tabs.length === 0) return;
    const own = forAttendee('answers:mine', ownAnswers(session.state, attendee));
    for (const tab of tabs) tab.send(own, ...publisher.tallyOnceAnswered(tab, activity));
  };
  session.onOthersFacts((facts) => facts.forEach(tell));
}
