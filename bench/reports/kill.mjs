#!/usr/bin/env node
// Sends reports all at once, kills the application (-9) in between, sends again what was not acknowledged, and looks for
// planted names, numbers and addresses in the dump, the write-ahead log, the logs and the temporary files.
//   bench/run reports/kill [--reports 200] [--kills 3] [--port 5093]
// Prints one JSON line; exit 1 on a lost or doubled report or a canary found.
import fs from 'node:fs'; import path from 'node:path';
import { makeHost, option, sleep } from '../host.mjs';
import { report } from './report.mjs';

const count = option('reports', 200), kills = option('kills', 3);
const host = makeHost(option('port', 5093), 'report-kill');
await host.start();

const digits = i => String(2000000 + i * 7919).padStart(7, '0').slice(-7);
const surname = i => 'Quex' + [...String(i)].map(d => 'abdefgilmo'[d]).join('') + 'wright';
const canaries = [];
const bodies = Array.from({ length: count }, (_, i) => {
  const local = digits(i), spoken = `415 ${local.slice(0, 3)} ${local.slice(3)}`, email = `canary${i}.planted@example.org`, name = `Zelda ${surname(i)}`;
  canaries.push(spoken, `415${local}`, email, surname(i));
  return report(`kill-${i}`, 300, { extra: `My name is ${name}, my number is ${spoken} and my e-mail is ${email}.`, number: '+1415' + local });
});

const acknowledged = new Set();
let attempts = 0;
async function deliver(i) {
  attempts++;
  try { if (await host.post(bodies[i]) === 200) acknowledged.add(i); } catch { }
}
async function deliverAll() {
  const waiting = bodies.map((_, i) => i).filter(i => !acknowledged.has(i));
  const began = acknowledged.size, all = Promise.all(waiting.map(deliver));
  return { all, began };
}

for (let kill = 0; kill < kills; kill++) {
  const { all, began } = await deliverAll();
  // In the middle of it: some are acknowledged, others are being redacted or stored.
  const share = (count - began) / (kills + 1 - kill) / 2;
  for (let i = 0; i < 3000 && acknowledged.size - began < share; i++) await sleep(5);
  const before = acknowledged.size;
  await host.end('SIGKILL');
  await all;
  process.stderr.write(`kill ${kill + 1}: ${before} of ${count} acknowledged\n`);
  await host.start();
}
for (let round = 0; round < 5 && acknowledged.size < count; round++) await (await deliverAll()).all;

const rows = host.sql("select call_id from transcript where call_id like 'kill-%'").split('\n').filter(Boolean);
const calls = Number(host.sql("select count(*) from call where id like 'kill-%' and ended_at is not null"));
const lost = [...acknowledged].filter(i => !rows.includes(`kill-${i}`)).length;
const doubled = rows.length - new Set(rows).size;
const states = host.sql("select state, count(*) from transcript where call_id like 'kill-%' group by 1 order by 1");
host.sql('checkpoint');

const places = { dump: host.dump() };
const read = folder => {
  let text = '';
  for (const entry of fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true, recursive: true }) : [])
    if (entry.isFile()) try { text += fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1'); } catch { }
  return text;
};
await host.end('SIGTERM');
const pgdata = path.join(host.data, 'pgdata');
places.wal = read(path.join(pgdata, 'pg_wal'));
places.files = read(path.join(pgdata, 'base'));
places.logs = fs.readFileSync(path.join(host.home, 'app.log'), 'latin1') + read(path.join(pgdata, 'log')) + read(path.join(host.data, 'logs'));
places.temporary = read(host.temporary);
const found = Object.fromEntries(Object.entries(places).map(([name, text]) => [name, canaries.filter(canary => text.includes(canary)).length]));
// The search itself must be able to find something: a call's id is stored, so it has to be there.
const searchWorks = ['dump', 'wal', 'files'].every(name => places[name].includes('kill-0'));
const sizes = Object.fromEntries(Object.entries(places).map(([name, text]) => [name, text.length]));
const bad = lost + doubled + (count - acknowledged.size) + Object.values(found).reduce((a, b) => a + b, 0) + (calls === count && rows.length === count && searchWorks ? 0 : 1);
console.log(JSON.stringify({ reports: count, kills, attempts, acknowledged: acknowledged.size, rows: rows.length, calls, lost, doubled, states, canariesFound: found, searched: sizes, searchWorks }));
if (bad === 0) await host.remove(); else console.error('kept ' + host.home);
process.exit(bad ? 1 : 0);
