#!/usr/bin/env node
// The pictures of the README, from a throw-away host with a clock of its own, so that they change only with the product.
//   dotnet build -c Release src/Orchestrator.Web && node docs/images/regenerate.mjs
// Needs chromium, and the browser tests' packages restored.
import path from 'node:path'; import url from 'node:url'; import fs from 'node:fs';
import { makeHost } from '../../bench/host.mjs';
import { caller, launch, open, signIn } from '../../bench/live/browser.mjs';

const here = path.dirname(url.fileURLToPath(import.meta.url)), noon = new Date('2026-11-24T18:12:00Z');
process.env.Development__FixedClock = noon.toISOString();
const host = makeHost(5096, 'pictures');
await host.start();
const browser = await launch();
let calls = 0;
const ring = async (number, name, minutesAgo) => {
  const call = caller(host, `call-${String(++calls).padStart(3, '0')}`, number, name, minutesAgo && new Date(noon - minutesAgo * 60000));
  await call.ring();
  return call;
};
const talk = name => [['bot', 'Harborview Family Clinic, how can I help?'], ['user', `Hi, this is ${name}, born March fourteenth nineteen eighty-eight.`],
  ['bot', 'Thank you. Which day would suit you?'], ['user', 'Today if you can. You can reach me under 415 555 0177.'], ['bot', 'I am holding a time for you and texting you a code.']];

async function booked(number, name, when, minutesAgo) {
  const call = await ring(number, name, minutesAgo);
  await call.tool('check_availability', { date: 'today' });
  await call.hold(when);
  await call.tool('send_otp');
  await call.readBack();
  await call.hangUp('customer-ended-call', 94, talk(name));
}

async function picture(email, width, shade, file, address, then) {
  const context = await browser.newContext({ viewport: { width, height: width < 640 ? 844 : 800 }, colorScheme: shade });
  await signIn(context, host, email);
  const page = await open(context, host, address);
  await then?.(page);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(600);
  const target = path.join(here, file);
  await page.screenshot({ path: target, animations: 'disabled' });
  console.log(`${file}: ${Math.round(fs.statSync(target).size / 1024)} KB`);
  await context.close();
}

try {
  await booked('+14155553311', 'Maria Alvarez', 'today at 11 am', 168);
  await booked('+14155554470', 'Jonas Berg', 'today at 1 pm', 131);
  const quit = await ring('+14155556120', 'Li Wei', 96);
  await quit.tool('check_availability', { date: 'tomorrow' });
  await quit.hangUp('customer-ended-call', 41, talk('Li Wei').slice(0, 3));
  await booked('+14155558225', 'Sofia Rossi', 'today at 2:30 pm', 73);
  await booked('+14155559031', 'Hannah Schmidt', 'today at 4 pm', 38);
  const gone = await ring('+14155552264', 'Noor Aziz', 21);
  await gone.hold('tomorrow at 10 am');
  await gone.tool('send_otp');
  await gone.hangUp('customer-ended-call', 63, talk('Noor Aziz'));

  const locked = await ring('+14155556789', 'Ade Okonkwo');
  await locked.hold('tomorrow at 9 am');
  await locked.tool('send_otp');
  for (const code of ['111111', '222222', '333333', '444444', '555555']) await locked.tool('verify_otp', { code });
  const passed = await ring('+14155552020', 'Omar Haddad', 3);
  await passed.hold('friday at 3 pm');
  await passed.passOn();
  await passed.hangUp('assistant-forwarded-call', 120);
  const waiting = await ring('+14155551133', 'Grace Kim');
  await waiting.hold('tomorrow at 11:30 am');
  await waiting.tool('send_otp');
  const holding = await ring('+14155550177', 'Tomasz Nowak');
  await holding.hold('tomorrow at 2:30 pm');

  const reception = 'receptionist@harborview.example', manager = 'manager@harborview.example';
  await picture(reception, 1280, 'light', 'today.png', '/harborview/today');
  await picture(reception, 390, 'dark', 'today-phone.png', '/harborview/today');
  await picture(reception, 1280, 'light', 'calls.png', '/harborview/calls', async page => {
    await page.locator('tr', { hasText: '9031' }).getByRole('link').click();
    await page.getByRole('dialog').getByText('What happened').waitFor();
  });
  await picture(manager, 1280, 'dark', 'audit.png', '/harborview/audit', async page => {
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.locator('.chain-said', { hasText: 'in order' }).waitFor();
  });
  await picture(manager, 1280, 'light', 'voice-agent.png', '/harborview/agent');
} finally {
  await browser.close();
  await host.remove();
}
