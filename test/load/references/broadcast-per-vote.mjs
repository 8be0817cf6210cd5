// The reference that most projects resemble: plain Socket.IO, which broadcasts every answer.
// Nothing durable, nothing checked.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from './job.mjs';

const counts = [0, 0, 0, 0];
let answers = 0;

const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('vote', (choice, acknowledge) => {
    counts[choice] = (counts[choice] ?? 0) + 1;
    answers += 1;
    acknowledge({ ok: true });
    io.emit('results', { answers, counts });
  });
});
listen(http);
