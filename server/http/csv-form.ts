import type { Context } from 'hono';
import type { CsvForm } from './csv-table.ts';
import type { Env } from './reply.ts';

/** `?for=excel` asks for semicolons and decimal commas. */
export function formOf(c: Context<Env>): CsvForm {
  return c.req.query('for') === 'excel' ? 'excel' : 'comma';
}
