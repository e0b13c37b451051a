#!/usr/bin/env node
// Do other tools stay quick while Twilio hangs?
//   bench/run texts/hang [--seconds 6] [--sends 20]
// Asks for free times as fast as four callers can, first alone, then while texts hang at a Twilio that never answers.
import fs from 'node:fs'; import http from 'node:http'; import path from 'node:path'; import { makeHost, option, sleep } from '../host.mjs';

const seconds = option('seconds', 6), sends = option('sends', 20);
const hanging = new Set();
const twilio = http.createServer((request, response) => { hanging.add(response); request.resume(); });
await new Promise(r => twilio.listen(0, '127.0.0.1', r));
const address = `http://127.0.0.1:${twilio.address().port}`;
const host = makeHost(5397, 'texts', { Twilio__ApiBaseUrl: address, Twilio__AccountsBaseUrl: address, Twilio__IamBaseUrl: address, Serilog__MinimumLevel__Default: 'Error' });
let number = 0;
const body = (call, name, args) => JSON.stringify({ message: { type: 'tool-calls', call: { id: call, type: 'inboundPhoneCall' },
  toolCallList: [{ id: `b-${++number}`, type: 'function', function: { name, arguments: args } }] } });
const answerOf = text => { const r = JSON.parse(text).results[0]; return JSON.parse(r.result ?? r.error); };
const tool = async (call, name, args) => answerOf(await host.send(body(call, name, args)));

async function look() {
  const took = [], end = Date.now() + seconds * 1000;
  await Promise.all([1, 2, 3, 4].map(async lane => {
    while (Date.now() < end) {
      const started = performance.now();
      await host.send(body(`look-${lane}`, 'check_availability', { date: 'tomorrow' }));
      took.push(performance.now() - started);
    }
  }));
  took.sort((a, b) => a - b);
  return { n: took.length, p50: took[took.length >> 1], p99: took[Math.floor(took.length * 0.99)] };
}

try {
  await host.start();
  const file = path.join(host.home, 'harborview.json');
  const clinic = JSON.parse(host.verb('org', 'export', 'harborview'));
  clinic.twilio = { accountSid: 'AC' + '0'.repeat(32), authToken: '0123456789abcdef0123456789abcdef', from: '+15005550006' };
  fs.writeFileSync(file, JSON.stringify(clinic));
  host.verb('org', 'import', file);
  const free = (await tool('free', 'check_availability', { from: 'tomorrow', to: 'next friday', limit: 100 })).slots;
  const held = [];
  for (const slot of free) {
    if (held.length === sends) break;
    const call = `hang-${held.length}`;
    const claim = await tool(call, 'claim_slot', { start: slot.start, patient_name: 'Ada Lovelace', patient_phone: `+1415555${2000 + held.length}` });
    if (claim.code === 'held') held.push(call);
  }
  await look();
  const alone = await look();
  const sending = held.map(call => tool(call, 'send_otp', {}));
  await sleep(300);
  const beside = await look();
  const codes = (await Promise.all(sending)).map(answer => answer.code);
  console.log(JSON.stringify({ alone, beside, ratio: +(beside.p99 / alone.p99).toFixed(2), hanging: hanging.size, answers: codes.filter(code => code === 'otp_pending').length, sends: codes.length }));
} finally {
  for (const response of hanging) response.destroy();
  twilio.close();
  await host.remove();
}
