/** A text as SQL. JSON has no character that would end the literal, but for the quote. */
export function sqlText(text: string): string {
  return `(${sqlJson(JSON.stringify(text))} ->> '$')`;
}

/** A JSON text as SQL. */
export function sqlJson(json: string): string {
  return `'${json.replaceAll("'", "''")}'`;
}
