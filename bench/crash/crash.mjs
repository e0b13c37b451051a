#!/usr/bin/env node
// Kills the application (-9) and stops PostgreSQL (immediate) under load, and checks afterwards that nothing acknowledged is lost.
//   bench/run crash [--app 25] [--db 5] [--callers 16] [--port 5091]
// Needs PostgreSQL's client tools. Prints one JSON line; exit 1 on any violation.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs'; import path from 'node:path';
import { clinic, days, doctors, firstDay, numberOf, secretOf, startsPerDay } from '../clinic.mjs';
import { makeHost, option, sleep } from '../host.mjs';

const appKills = option('app', 25), dbStops = option('db', 5), callers = option('callers', 16);
const host = makeHost(option('port', 5091), 'crash', { Serilog__MinimumLevel: 'Warning', Verification__SendsPerOrganizationAndHour: '100000' });
const base = host.base;
let stopping = false;

async function tool(call, id, name, args, phone) {
  const body = JSON.stringify({ message: { type: 'tool-calls', phoneNumber: { id: numberOf(0) }, customer: { number: phone }, call: { id: call }, toolCallList: [{ id, type: 'function', function: { name, arguments: args } }] } });
  const r = await fetch(base + '/api/vapi/webhook', { method: 'POST', headers: { 'content-type': 'application/json', 'x-vapi-secret': secretOf(0) }, body, signal: AbortSignal.timeout(15000) });
  if (r.status !== 200) throw new Error('HTTP ' + r.status);
  const answer = (await r.json()).results[0];
  return JSON.parse(answer.result ?? answer.error);
}

// What was acknowledged: id of the hold -> the furthest state a caller was told.
const held = new Map(), booked = new Map(), sent = new Set();
let failures = 0, refusals = 0, sequence = 0;
// One time after the other, one doctor after the other: no caller ever asks for what another holds.
function* times() {
  for (let day = 0; day < days; day++) for (let half = 0; half < startsPerDay; half++) for (let p = 0; p < doctors; p++) {
    yield { start: new Date((firstDay + day * 86400 + half * 1800) * 1000).toISOString().slice(0, 16), provider: `doctor-${p}` };
  }
}
const slots = times(), again = [];
async function caller() {
  while (!stopping) {
    const n = ++sequence, call = `crash-${n}`, phone = `+1415555${String(1000 + n % 9000)}`;
    const slot = again.shift() ?? slots.next().value;
    let claim;
    try {
      claim = await tool(call, `tc-${n}-1`, 'claim_slot', { ...slot, patient_name: 'Crash Caller', service: 'consultation' }, phone);
      if (claim.code !== 'held') { refusals++; continue; }
      held.set(claim.hold_id, { call, n });
      const send = await tool(call, `tc-${n}-2`, 'send_otp', {}, phone);
      if (send.code !== 'otp_sent') { refusals++; continue; }
      sent.add(claim.hold_id);
      const texts = await (await fetch(base + '/dev/sms')).json();
      const text = texts.findLast(t => t.to === phone);
      if (!text) continue;
      const verified = await tool(call, `tc-${n}-3`, 'verify_otp', { code: text.body.match(/\b\d{6}\b/)[0] }, phone);
      if (verified.code === 'verified') booked.set(verified.appointment_id, { call, n }); else refusals++;
    } catch { failures++; if (!claim) again.push(slot); await sleep(200); }
  }
}

const pgCtl = fs.existsSync('/usr/lib/postgresql') ? path.join('/usr/lib/postgresql', fs.readdirSync('/usr/lib/postgresql').sort().at(-1), 'bin/pg_ctl') : 'pg_ctl';
function stopDatabase() {
  const command = [pgCtl, 'stop', '-D', path.join(host.data, 'pgdata'), '-m', 'immediate'];
  if (process.getuid() === 0) execFileSync('setpriv', ['--reuid', host.server().account, '--regid', host.server().account, '--clear-groups', ...command], { stdio: 'ignore', cwd: '/' });
  else execFileSync(command[0], command.slice(1), { stdio: 'ignore' });
}

await host.start();
const file = path.join(host.home, 'clinic.json');
fs.writeFileSync(file, JSON.stringify(clinic(0)));
host.verb('org', 'import', file);
const load = Array.from({ length: callers }, caller);
let slowest = 0;
for (let i = 0; i < appKills + dbStops; i++) {
  await sleep(1200 + Math.random() * 1200);
  const databaseTurn = dbStops > 0 && i % Math.ceil((appKills + dbStops) / dbStops) === 2;
  const t = performance.now();
  if (databaseTurn) {
    stopDatabase();
    await host.ready();
  } else {
    await host.end('SIGKILL');
    await host.start();
  }
  slowest = Math.max(slowest, performance.now() - t);
  process.stderr.write(`${i + 1}/${appKills + dbStops} ${databaseTurn ? 'database' : 'application'} held ${held.size} booked ${booked.size}\n`);
}
await sleep(2000);
stopping = true;
await Promise.all(load);

const rows = new Map(host.sql('select id, status from booking').split('\n').filter(Boolean).map(line => line.split('|')));
const lostHolds = [...held.keys()].filter(id => !rows.has(id)).length;
const lostBookings = [...booked.keys()].filter(id => rows.get(id) !== 'booked').length;
const overlaps = Number(host.sql("select count(*) from booking a join booking b on a.org_id = b.org_id and a.provider_id = b.provider_id and a.id < b.id and a.blocked_from < b.blocked_to and b.blocked_from < a.blocked_to where a.status in ('held','needs_staff','booked','arrived','fulfilled') and b.status in ('held','needs_staff','booked','arrived','fulfilled')"));
const sentWithoutId = Number(host.sql("select count(*) from otp_dispatch where state in ('accepted','delivered','undelivered') and provider_message_sid is null"));
const acceptedOf = new Set(host.sql("select distinct c.booking_id from otp_dispatch d join otp_challenge c on c.org_id = d.org_id and c.id = d.challenge_id where d.provider_message_sid is not null").split('\n'));
const sentUnproven = [...sent].filter(id => !acceptedOf.has(id)).length;
const confirmRows = Number(host.sql("select count(*) from (select subject from audit_event where action = 'appointment.booked' group by subject having count(*) > 1) twice"));
const unaudited = Number(host.sql("select count(*) from booking b where b.status = 'booked' and not exists (select 1 from audit_event e where e.org_id = b.org_id and e.action = 'appointment.booked' and e.subject = b.id::text)"));
let chains = 'verify';
try { host.verb('audit', 'verify'); } catch { chains = 'BROKEN'; }
await host.end('SIGTERM');
const bad = lostHolds + lostBookings + overlaps + sentWithoutId + sentUnproven + confirmRows + unaudited + (chains === 'verify' ? 0 : 1);
console.log(JSON.stringify({ appKills, dbStops, heldAcknowledged: held.size, bookedAcknowledged: booked.size, requestFailures: failures, refusals, lostHolds, lostBookings, overlaps, sentWithoutId, sentUnproven, bookedTwice: confirmRows, bookedUnaudited: unaudited, chains, slowestRecoveryMs: Math.round(slowest) }));
if (bad === 0) await host.remove(); else console.error('kept ' + host.home);
process.exit(bad ? 1 : 0);
