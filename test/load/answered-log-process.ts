// Writes answered sessions of the module into a data folder, in a process of its own: its heap would slow down
// the measured phones. Arguments: the folder, the attendees of each session, the codes.
import { compileFolder } from '../../server/decks/compile-folder.ts';
import { writeAnsweredLog } from './answered-log.ts';

const [, , folder = '', attendees = '', ...codes] = process.argv;
const compiled = await compileFolder('pioneers', 'slides/pioneers');
if (!compiled.ok || compiled.value.deck === null) throw new Error('The module does not compile');
const { deck } = compiled.value;
await writeAnsweredLog(folder, deck, codes, Number(attendees));
process.send?.({ questions: deck.activities.length });
