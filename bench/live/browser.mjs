// The system's Chromium, driven by the package that the browser tests restore; and callers as the voice platform reports them.
import fs from 'node:fs'; import os from 'node:os'; import path from 'node:path';
import { createRequire } from 'node:module';

const folder = path.join(process.env.NUGET_PACKAGES ?? path.join(os.homedir(), '.nuget/packages'), 'microsoft.playwright');
const { chromium } = createRequire(import.meta.url)(path.join(folder, fs.readdirSync(folder).sort().at(-1), '.playwright/package'));

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

export async function open(context, host, address) {
  const page = await context.newPage();
  await page.goto(host.base + address);
  await page.locator('html[data-circuit=open]').waitFor({ state: 'attached' });
  return page;
}

export async function signIn(context, host, email) {
  const page = await context.newPage();
  await page.goto(host.base + '/account/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('orchestrator-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.locator('html[data-circuit=open]').waitFor({ state: 'attached' });
  await page.close();
}

let ids = 0;

/** One call. Everything but its number and its name is the demo clinic's. */
export function caller(host, id, number, name, startedAt) {
  const call = { id, type: 'inboundPhoneCall', customer: { number }, ...(startedAt && { startedAt: startedAt.toISOString() }) };
  const send = message => host.send(JSON.stringify({ message: { call, ...message } }));
  const tool = async (tool, args = {}) => {
    const answer = await send({ type: 'tool-calls', toolCallList: [{ id: `${id}-${++ids}`, type: 'function', function: { name: tool, arguments: args } }] });
    return JSON.parse(JSON.parse(answer).results[0].result);
  };
  return {
    tool,
    ring: () => send({ type: 'status-update', status: 'in-progress' }),
    hold: start => tool('claim_slot', { start, patient_name: name, patient_phone: number }),
    readBack: async () => {
      const texts = await (await fetch(host.base + '/dev/sms')).json();
      return tool('verify_otp', { code: texts.findLast(text => text.to === number).body.match(/\b\d{6}\b/)[0] });
    },
    passOn: () => send({ type: 'status-update', status: 'forwarding', destination: { type: 'number', number: '+14155550199' } }),
    hangUp: (endedReason, seconds, said = []) => send({
      type: 'end-of-call-report', endedReason, cost: seconds * 0.0021, durationSeconds: seconds,
      ...(startedAt && { startedAt: startedAt.toISOString(), endedAt: new Date(startedAt.getTime() + seconds * 1000).toISOString() }),
      artifact: { messages: said.map(([role, message], i) => ({ role, message, secondsFromStart: 2 + i * 6 })) },
    }),
  };
}
