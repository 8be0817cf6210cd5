import type { Activity } from '../../src/activities/contract.ts';
import type { Json } from '../../src/lib/json.ts';
import type { AttendeeSnapshot } from '../../src/session/views.ts';
import { Client } from '../integration/client.ts';
import { answerOf } from './whole-session-answers.ts';

/** An attendee whose page nobody looks at, and the answers given, by the question's id. */
export class UnseenAttendee {
  readonly given = new Map<string, Json>();

  private constructor(
    readonly client: Client,
    readonly attendee: number,
  ) {}

  static async join(url: string, code: string, attendee: number): Promise<UnseenAttendee> {
    return new UnseenAttendee(await Client.attendee(url, code), attendee);
  }

  /** Answers the question on the slide, once it is open. */
  async answer(activity: Activity): Promise<void> {
    await this.client.until<AttendeeSnapshot>('session:state', ({ here }) => here === activity.id);
    const answer = answerOf(activity, this.attendee);
    const ack = await this.client.answer(activity.id, answer);
    if (!ack.ok) throw new Error(JSON.stringify(ack.error));
    this.given.set(activity.id, answer);
  }
}
