#!/usr/bin/env node
// The claim webhook against pgbench with the same SQL, a bare endpoint with the same SQL and the obvious use of EF.
//   bench/run claim [--rounds 7] [--seconds 5] [--connections 32] [--clinics 200] [--warm 60] [--port 5094]
// Needs wrk, pgbench and psql. Every round runs each of them; printed are the medians of the ratios within a round with
// their ranges, and the gates: nothing overlaps, one audit row per hold, every chain whole, no request failed. Exit 1 when a
// gate is not met, or when a ratio's range spans more than threefold: the machine was too busy to say anything.
// All have as many connections to the server as the product's pool, pgbench once more as many as there are requests at once; and all keep them from
// their warm-up to the end: a new one takes twice the processor's time for its first thousand claims.
import { spawn } from 'node:child_process';
import fs from 'node:fs'; import os from 'node:os'; import path from 'node:path';
import { clinic, days, doctors, firstDay, numberOf, secretOf, startsPerDay } from '../clinic.mjs';
import { cpuMs, makeHost, option, root, sleep } from '../host.mjs';

const rounds = option('rounds', 7), seconds = option('seconds', 5), connections = option('connections', 32), count = option('clinics', 200), port = option('port', 5094), warm = option('warm', 60);
const here = path.join(root, 'bench/claim');
/** The product's, as ServerConnections.cs counts them. */
const pool = 8 + 2 * os.cpus().length;

/** The clinics as wrk and pgbench know them. */
function writeClinics(host) {
  const rows = JSON.parse(host.sql(`
    select json_agg(json_build_object('slug', o.slug, 'org', o.id, 'version', s.version,
      'service', (select v.id from service v where v.org_id = o.id),
      'names', (select json_agg(p.key order by p.key) from provider p where p.org_id = o.id),
      'providers', (select json_agg(p.id order by p.key) from provider p where p.org_id = o.id)) order by o.id)
    from organization o join org_settings s on s.org_id = o.id where o.slug like 'bench-%'`));
  if (rows.length !== count || rows.some(row => row.version !== 1)) throw new Error('the clinics are not as imported');
  const lua = rows.map(row => {
    const i = Number(row.slug.slice(6));
    return `{ org="${row.org}", service="${row.service}", number="${numberOf(i)}", secret="${secretOf(i)}", names={${row.names.map(n => `"${n}"`)}}, providers={${row.providers.map(p => `"${p}"`)}} }`;
  });
  fs.writeFileSync(path.join(host.home, 'clinics.lua'), `return { firstDay=${firstDay}, days=${days}, startsPerDay=${startsPerDay},\n${lua.join(',\n')} }\n`);
  // Its look-up of a clinic is a fiftieth of the time; two thousand ids in the statement itself would be planned every time.
  host.sql(`create table claim_bench as select row_number() over (order by o.id)::int as n, o.id as org, (select v.id from service v where v.org_id = o.id) as service,
      (select array_agg(p.id order by p.key) from provider p where p.org_id = o.id) as doctors
    from organization o where o.slug like 'bench-%'; alter table claim_bench add primary key (n); grant select on claim_bench to orchestrator_app; analyze claim_bench`);
  fs.writeFileSync(path.join(host.home, 'claim.pgbench'), [
    `\\set clinic random(1, ${count})`,
    `\\set doctor random(1, ${doctors})`,
    `\\set start ${firstDay} + 86400 * random(0, ${days - 1}) + 1800 * random(0, ${startsPerDay - 1})`,
    '\\set unique random(1, 9000000000000000)',
    "select c.outcome, c.code, c.answer from claim_bench b, claim_slot(b.org, 1, 'voice-p-' || (:unique)::bigint, 'p-' || (:unique)::bigint, 'call_p-' || (:unique)::bigint,"
    + ' array[b.doctors[(:doctor)::int]], array[(:answer)::text], b.service,'
    + ' to_timestamp((:start)::int), to_timestamp((:start)::int + 1800), to_timestamp((:start)::int), to_timestamp((:start)::int + 1800),'
    + " gen_random_uuid(), '10 min', 'Pat Example', '+14155550142', 1, null) c where b.n = (:clinic)::int;",
  ].join('\n') + '\n');
}

/** What the product remembers as the answer of a claim: the same bytes in all four. */
const answer = host => host.sql("select answer from tool_call where tool = 'claim_slot' and code = 'held' and id = 'first'");

function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '', err = '';
    child.stdout.on('data', d => out += d);
    child.stderr.on('data', d => err += d);
    child.once('exit', code => code === 0 ? resolve(out) : reject(new Error(`${program}: ${err || out}`)));
  });
}

/** A pgbench that stands still but for its turns, as a server does that nobody asks. */
function makePgbench(host, clients) {
  const s = host.server();
  let said = '';
  const child = spawn('pgbench', ['-n', '-M', 'prepared', '-c', String(clients), '-j', '1', '-T', '86400', '-f', path.join(host.home, 'claim.pgbench'), '-D', `answer=${answer(host)}`,
    '-h', '127.0.0.1', '-p', String(s.port), '-U', 'orchestrator_app', 'orchestrator'],
  { env: { ...process.env, PGPASSWORD: s.appPassword, PGSSLMODE: 'disable', PGGSSENCMODE: 'disable' }, stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.on('data', d => said += d);
  child.kill('SIGSTOP');
  const held = () => Number(host.sql('select count(*) from booking'));
  return {
    end: () => child.kill('SIGKILL'),
    turn: async forSeconds => {
      const before = held(), began = performance.now();
      child.kill('SIGCONT');
      await sleep(forSeconds * 1000);
      child.kill('SIGSTOP');
      const took = (performance.now() - began) / 1000;
      // The server finishes what it was asked.
      await sleep(500);
      if (child.exitCode !== null || said.includes('aborted')) throw new Error(`pgbench: ${said}`);
      const requests = held() - before;
      return { perSecond: requests / took, requests };
    },
  };
}

let turn = 0;
async function wrk(host, target, base, pid, forSeconds) {
  const before = cpuMs(pid);
  const out = await run('wrk', ['-t1', `-c${connections}`, `-d${forSeconds}s`, '--latency', '--timeout', '10s', '-s', path.join(here, 'claim.lua'), base],
    { CLAIM_TARGET: target, CLAIM_CLINICS: path.join(host.home, 'clinics.lua'), CLAIM_SEED: `${process.pid}${++turn}` });
  const result = JSON.parse(out.match(/^RESULT (.*)$/m)[1]);
  if (result.errors) throw new Error(`${target}: ${result.errors} requests failed`);
  return { perSecond: result.requests / result.seconds, p50: result.p50, p99: result.p99, cpu: (cpuMs(pid) - before) * 1000 / result.requests, requests: result.requests };
}

/** Runs until the compiler and the caches have nothing more to give: until a request costs no less than five seconds before. */
async function warmUp(once) {
  let last = Infinity;
  for (let spent = 0; spent < warm; spent += 5) {
    const { cpu } = await once(5);
    if (spent >= 15 && cpu > last * 0.97) return;
    last = cpu;
  }
}

function chainsAreWhole(host) {
  try { host.verb('audit', 'verify'); return true; } catch { return false; }
}

const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];
const fixed = (value, digits) => Number(value.toFixed(digits));

const host = makeHost(port, 'claim', { Serilog__MinimumLevel__Default: process.env.CLAIM_LOG ?? 'Information' });
let yardsticks, benches = [];
try {
  await host.start();
  const files = Array.from({ length: count }, (_, i) => {
    const file = path.join(host.home, `bench-${i}.json`);
    fs.writeFileSync(file, JSON.stringify(clinic(i)));
    return file;
  });
  host.verb('org', 'import', ...files);
  const first = { message: { type: 'tool-calls', phoneNumber: { id: numberOf(0) }, customer: { number: '+14155550142' }, call: { id: 'first' }, toolCallList: [{ id: 'first', type: 'function', function: { name: 'claim_slot', arguments: { start: '2028-01-04T09:30', patient_name: 'Pat Example', service: 'consultation', provider: 'doctor-0' } } }] } };
  const held = await fetch(host.base + '/api/vapi/webhook', { method: 'POST', headers: { 'content-type': 'application/json', 'x-vapi-secret': secretOf(0) }, body: JSON.stringify(first) });
  if (!(await held.text()).includes('held')) throw new Error('the first claim was refused');
  writeClinics(host);

  const s = host.server(), other = `http://127.0.0.1:${port + 1}`;
  const connect = (user, password) => `Host=127.0.0.1;Port=${s.port};Database=orchestrator;Username=${user};Password=${password};SSL Mode=Disable;GSS Encryption Mode=Disable;Maximum Pool Size=${pool}`;
  yardsticks = spawn('dotnet', [path.join(here, 'yardsticks/bin/Release/net10.0/claim-yardsticks.dll')], {
    env: { ...process.env, ASPNETCORE_URLS: other, Answer: answer(host), Database: connect('orchestrator_app', s.appPassword), OwnerDatabase: connect('orchestrator_owner', s.ownerPassword) },
    stdio: 'inherit',
  });
  for (let i = 0; ; i++) {
    try { await fetch(other); break; } catch { if (i === 100) throw new Error('the yardsticks did not start'); }
    await sleep(100);
  }

  benches = [makePgbench(host, pool), makePgbench(host, connections)];
  const cases = {
    pgbench: t => benches[0].turn(t),
    pgbenchMany: t => benches[1].turn(t),
    webhook: t => wrk(host, 'webhook', host.base, host.app.pid, t),
    bare: t => wrk(host, 'bare', other, yardsticks.pid, t),
    ef: t => wrk(host, 'ef', other, yardsticks.pid, t),
    efPrepared: t => wrk(host, 'ef-prepared', other, yardsticks.pid, t),
  };
  for (const name of ['webhook', 'bare', 'ef', 'efPrepared']) await warmUp(cases[name]);
  for (const name of ['pgbench', 'pgbenchMany']) await cases[name](15);
  const found = Object.fromEntries(Object.keys(cases).map(name => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Another order every round: what one leaves behind, such as a checkpoint, is not always paid by the same next.
    const names = Object.keys(cases);
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length];
      found[name].push(await cases[name](seconds));
    }
    process.stderr.write(`${round + 1}/${rounds} ${names.map(name => `${name} ${Math.round(found[name][round].perSecond)}/s`).join('  ')}\n`);
  }

  await sleep(2000);
  const gates = {
    overlaps: Number(host.sql("select count(*) from booking a join booking b on a.org_id = b.org_id and a.provider_id = b.provider_id and a.id < b.id and a.blocked_from < b.blocked_to and b.blocked_from < a.blocked_to where a.status = 'held' and b.status = 'held'")),
    holdsWithoutOneAuditRow: Number(host.sql("select count(*) from booking b where (select count(*) from audit_event e where e.org_id = b.org_id and e.subject = b.id::text and e.action = 'hold.claimed') <> 1")),
    brokenChains: chainsAreWhole(host) ? 0 : 1,
    holdsPerToolCall: Number(host.sql("select max(n) from (select count(*) n from tool_call where code = 'held' group by org_id, id) t")),
  };
  const ratio = (a, b, key) => {
    const values = found[a].map((one, i) => one[key] / found[b][i][key]);
    return { median: fixed(median(values), 2), from: fixed(Math.min(...values), 2), to: fixed(Math.max(...values), 2) };
  };
  const ratios = {
    'webhook / pgbench, per second (at least 0.55)': ratio('webhook', 'pgbench', 'perSecond'),
    [`webhook / pgbench with ${connections} connections, per second`]: ratio('webhook', 'pgbenchMany', 'perSecond'),
    'webhook / EF, per second (at least 3)': ratio('webhook', 'ef', 'perSecond'),
    'webhook / EF with prepared statements, per second': ratio('webhook', 'efPrepared', 'perSecond'),
    'webhook / bare, per second': ratio('webhook', 'bare', 'perSecond'),
    'webhook / bare, p99 (at most 2)': ratio('webhook', 'bare', 'p99'),
    'webhook / bare, p50': ratio('webhook', 'bare', 'p50'),
    'webhook / bare, server processor time (at most 1.5)': ratio('webhook', 'bare', 'cpu'),
    'bare / pgbench, per second': ratio('bare', 'pgbench', 'perSecond'),
  };
  const medians = Object.fromEntries(Object.entries(found).map(([name, all]) => [name, {
    perSecond: Math.round(median(all.map(one => one.perSecond))),
    ...(name.startsWith('pgbench') ? {} : { p50Ms: fixed(median(all.map(one => one.p50)), 1), p99Ms: fixed(median(all.map(one => one.p99)), 1), cpuMicros: Math.round(median(all.map(one => one.cpu))) }),
  }]));
  console.log(JSON.stringify({ processors: os.cpus().length, load: os.loadavg()[0], connections, serverConnections: pool, clinics: count, rounds, seconds, medians, ratios, gates }, null, 1));
  const isBusy = Object.values(ratios).some(r => r.to > 3 * r.from);
  if (isBusy) console.error('A ratio spans more than threefold: the machine was too busy; nothing here may be quoted.');
  process.exitCode = isBusy || gates.overlaps || gates.holdsWithoutOneAuditRow || gates.brokenChains || gates.holdsPerToolCall !== 1 ? 1 : 0;
} finally {
  for (const one of benches) one.end();
  yardsticks?.kill('SIGTERM');
  await host.remove();
}
