// node test/faults/hold-lock.mjs FILE: another program that has the database's lock, from its first
// output until its input ends.
import Database from 'libsql/promise';

const database = new Database(process.argv[2] ?? '', { timeout: 10_000 });
await database.exec('BEGIN EXCLUSIVE');
process.stdout.write('held\n');
process.stdin.resume();
process.stdin.on('end', () => void database.exec('ROLLBACK').then(() => process.exit(0)));
