// scratch
import { bareWs, broadcastPerVote, plenary } from './dialects.ts';
import { spread } from './figures.ts';
import { ServerProcess, KEY } from './server-process.ts';
import { Swarm } from './swarm.ts';

const [, , which = 'bare', n = '1000', secs = '10', fn = 'crowd'] = process.argv;
const N = Number(n);
const job = {
  stateBytes: Number(process.env.SB ?? 600),
  tallyBytes: Number(process.env.TB ?? 100),
  wallInterval: 100,
  heartbeat: 15000,
  phoneInterval: Number(process.env.PI ?? 250),
  sliced: true,
};
const server =
  which === 'bare'
    ? await ServerProcess.reference('bare-ws', job)
    : which === 'bc'
      ? await ServerProcess.reference('broadcast-per-vote', job)
      : await ServerProcess.plenary();
let code = 'x';
if (which === 'plenary') {
  const r = await fetch(`http://127.0.0.1:${server.port}/api/v1/sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
    body: '{"deck":"room"}',
  });
  code = ((await r.json()) as any).code;
  const { Client } = await import('../integration/client.ts');
  const c = await Client.console(`http://127.0.0.1:${server.port}`, code);
  await c.ask('slide:show', { h: 1, v: 0, f: -1 });
  c.close();
}
const dialect = which === 'bare' ? bareWs : which === 'bc' ? broadcastPerVote : plenary;
const swarm = new Swarm(dialect, server.port, code);
await swarm.watch();
const m0 = await server.memory();
const u0 = await server.cpuSeconds();
const j = await swarm.join(N, Number(process.env.JOIN ?? N * 1.5));
console.log('join', spread(j.milliseconds), j.refused);
await new Promise((r) => setTimeout(r, 500));
const u1a = await server.cpuSeconds();
const m1 = await server.memory();
const u1 = await server.cpuSeconds();
console.log(
  'mem/conn',
  Math.round((m1.rssBytes - m0.rssBytes) / N),
  'heap',
  Math.round((m1.heapBytes - m0.heapBytes) / N),
  'cpu join/1000',
  (((u1.cpuSeconds - u0.cpuSeconds) / N) * 1000).toFixed(3),
);
for (const p of swarm.phones) p.take();
const t = performance.now();
const a =
  fn === 'crowd'
    ? await swarm.answer(swarm.phones, Number(secs) * 1000)
    : await swarm.answerOnAndOn(swarm.phones, Number(secs) * 1000);
const took = performance.now() - t;
const u2 = await server.cpuSeconds();
const taken = swarm.phones.map((p) => p.take());
console.log(
  fn,
  'ack',
  spread(a.acknowledged),
  'refused',
  a.refused,
  'lost',
  a.lost,
  'rate/s',
  Math.round((a.acknowledged.length / took) * 1000),
);
console.log('wall', spread(a.onWall), 'phones', spread(a.onPhones));
console.log(
  'cpu/1000 votes',
  (((u2 - u1) / a.acknowledged.length) * 1000).toFixed(3),
  'total',
  (u2 - u1).toFixed(2),
  'bytes/phone',
  taken.reduce((s, x) => s + x.bytes, 0) / N,
  'frames',
  taken.reduce((s, x) => s + x.frames, 0) / N,
  'dropped',
  swarm.dropped,
);
swarm.leave();
await server.stop();
process.exit(0);
