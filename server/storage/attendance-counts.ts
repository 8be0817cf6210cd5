import type { Attendance } from '../../src/session/attendance.ts';

type Rows = (session: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** The number and the time of a session's latest fact, `seq` and `at`, in one row; none where it has none. */
export type LatestRow = Rows;

interface AttendanceRows {
  readonly last: LatestRow;
  /** The counts `people` and `answers` of a session in one row. */
  readonly attendance: Rows;
}

interface Counted {
  readonly attendance: Attendance;
  /** The time of the latest fact, in milliseconds since 1970-01-01 UTC. */
  readonly lastAt: number;
}

/**
 * Counts those who have answered. A session is counted anew only where facts have come since: that
 * reads all of them, in about a microsecond each. A trigger would cost each answer as much.
 */
export class AttendanceCounts {
  readonly #known = new Map<string, Counted & { readonly seq: number }>();

  constructor(readonly rows: AttendanceRows) {}

  /** Throws the errors of the database. */
  async of(session: string): Promise<Counted> {
    const [last] = await this.rows.last(session);
    const seq = Number(last?.['seq']);
    const known = this.#known.get(session);
    if (known?.seq === seq) return known;
    const [row] = await this.rows.attendance(session);
    const attendance = { people: Number(row?.['people']), answers: Number(row?.['answers']) };
    const counted = { seq, attendance, lastAt: Number(last?.['at']) };
    this.#known.set(session, counted);
    return counted;
  }

  forget(session: string): void {
    this.#known.delete(session);
  }
}
