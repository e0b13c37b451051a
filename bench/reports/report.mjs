// Closing reports as Vapi sends them.
import { numberId } from '../host.mjs';

const asked = ['Which day would suit you?', 'And your date of birth, please?', 'May I have a number in case we are cut off?', 'I have half past nine on Tuesday, or a quarter to three.', 'Is this your first visit with us?', 'Could you read me the code we texted you?'];
const said = ['Some time next week would be good, in the morning if you can.', 'Let me think, the fourteenth of March nineteen eighty-eight.', 'You can reach me under 415 555 0177.', 'Half past nine is fine, thank you.', 'No, I was there last year about my knee.', 'It says four eight two nine one three.'];

/** A report as Vapi sends it: the same conversation as messages, OpenAI's form and plain text. `extra` is spoken once by the caller. */
export function report(call, turns, { extra = '', filler = 0, number = '+14155550142' } = {}) {
  const spoken = [];
  for (let i = 0; i < turns; i++) spoken.push([i % 2 ? 'user' : 'bot', (i % 2 ? said : asked)[(i >> 1) % 6] + (filler ? ' ' + 'and so on it went '.repeat(filler) : '')]);
  if (extra) spoken.push(['user', extra]);
  const began = Date.now() - 240000;
  return JSON.stringify({ message: {
    type: 'end-of-call-report', timestamp: Date.now(), phoneNumber: { id: numberId }, customer: { number },
    call: { id: call, type: 'inboundPhoneCall', phoneNumberId: numberId, customer: { number }, startedAt: new Date(began).toISOString() },
    endedReason: 'customer-ended-call', startedAt: new Date(began).toISOString(), endedAt: new Date(began + 235000).toISOString(), durationSeconds: 235, cost: 0.1873,
    artifact: {
      messages: spoken.map(([role, message], i) => ({ role, message, time: began + i * 1000, endTime: began + i * 1000 + 900, secondsFromStart: i, duration: 900 })),
      messagesOpenAIFormatted: spoken.map(([role, content]) => ({ role: role === 'bot' ? 'assistant' : 'user', content })),
      transcript: spoken.map(([role, text]) => (role === 'bot' ? 'AI: ' : 'User: ') + text).join('\n'),
      recordingUrl: 'https://example.invalid/recording.wav',
    },
    analysis: { summary: extra || 'The caller asked for an appointment.', structuredData: { note: extra, wishes: ['morning'] }, successEvaluation: 'true' },
  } });
}
