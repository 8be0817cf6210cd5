import type { Attendance } from '../../src/session/attendance.ts';
import type { Statements } from './sqlite-statements.ts';

/**
 * Counts those who have answered. A session is counted anew only where facts have come since: that
 * reads all of them, in about a microsecond each. A trigger would cost each answer as much.
 */
export class AttendanceCounts {
  readonly #known = new Map<string, { readonly seq: number; readonly attendance: Attendance }>();

  constructor(readonly statements: Pick<Statements, 'lastSeq' | 'attendance'>) {}

  /** Throws libsql's errors. */
  async of(session: string): Promise<Attendance> {
    const [last] = await this.statements.lastSeq.all([session]);
    const seq = Number(last?.['seq']);
    const known = this.#known.get(session);
    if (known?.seq === seq) return known.attendance;
    const [row] = await this.statements.attendance.all([session]);
    const attendance = { people: Number(row?.['people']), answers: Number(row?.['answers']) };
    this.#known.set(session, { seq, attendance });
    return attendance;
  }

  forget(session: string): void {
    this.#known.delete(session);
  }
}
