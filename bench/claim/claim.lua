-- wrk's requests: a random doctor of a random clinic at a random time. CLAIM_TARGET says in which form.
local target, clinics = os.getenv("CLAIM_TARGET"), dofile(os.getenv("CLAIM_CLINICS"))
local thread, count = 0, 0
local format, random = string.format, math.random

function setup(t)
  thread = thread + 1
  t:set("id", thread)
end

function init()
  math.randomseed(tonumber(os.getenv("CLAIM_SEED")) * 31 + id)
end

local function start()
  return os.date("!%Y-%m-%dT%H:%M", clinics.firstDay + random(0, clinics.days - 1) * 86400 + random(0, clinics.startsPerDay - 1) * 1800)
end

local webhook = '{"message":{"type":"tool-calls","timestamp":1767225600000,"phoneNumber":{"id":"%s"},"customer":{"number":"+14155550142"},'
  .. '"assistant":{"name":"Receptionist"},"call":{"id":"%s","orgId":"7c0de000-0000-4000-8000-000000000001","type":"inboundPhoneCall","status":"in-progress","phoneNumberId":"%s",'
  .. '"customer":{"number":"+14155550142"}},"artifact":{"messages":[{"role":"bot","message":"Half past nine, then. May I have your name?","time":1767225590000,"secondsFromStart":41},'
  .. '{"role":"user","message":"Yes please, it is Pat Example.","time":1767225596000,"secondsFromStart":47}]},'
  .. '"toolCallList":[%s],"toolCalls":[%s],"toolWithToolCallList":[{"type":"function","function":{"name":"claim_slot"},"toolCall":%s}]}}'
local call = '{"id":"%s","type":"function","function":{"name":"claim_slot","arguments":{"start":"%s","patient_name":"Pat Example","service":"consultation","provider":"%s"}}}'
local plain = '{"org":"%s","provider":"%s","service":"%s","start":"%s:00Z","call":"%s","toolCall":"%s","name":"Pat Example","phone":"+14155550142"}'

function request()
  count = count + 1
  local clinic = clinics[random(#clinics)]
  local p = random(#clinic.providers)
  local unique = format("%s-%d-%d-%d", os.getenv("CLAIM_SEED"), id, count, random(1000000))
  if target == "webhook" then
    local one = format(call, "call_" .. unique, start(), clinic.names[p])
    local body = format(webhook, clinic.number, "c-" .. unique, clinic.number, one, one, one)
    return wrk.format("POST", "/api/vapi/webhook", { ["Content-Type"] = "application/json", ["x-vapi-secret"] = clinic.secret }, body)
  end
  local body = format(plain, clinic.org, clinic.providers[p], clinic.service, start(), "c-" .. unique, "call_" .. unique)
  return wrk.format("POST", "/" .. target, { ["Content-Type"] = "application/json" }, body)
end

-- What was held is counted in the database: reading answers here would cost the servers their share of the machine.
function done(summary, latency)
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(format('RESULT {"seconds":%f,"requests":%d,"errors":%d,"p50":%f,"p99":%f}\n',
    summary.duration / 1e6, summary.requests, errors, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
