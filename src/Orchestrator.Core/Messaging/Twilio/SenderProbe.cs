using System.Text.Json;

namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>
/// Whether a login works and may send from a sender, as far as Twilio lets it be seen: an API key may be good for texts and
/// yet see neither its account nor its numbers.
/// </summary>
internal sealed class SenderProbe(TwilioTransport transport, TwilioAddresses addresses, ITwilioAccountClient accounts)
{
    private const int MostPages = 20;

    private const string Unreachable = "Twilio could not be asked just now. Try again in a minute.";

    public async Task<CredentialProbe> ProbeAsync(TwilioLogin login, SenderRef sender, CancellationToken ct)
    {
        if (sender is { From: null, MessagingServiceSid: null })
            return No("A sender is missing: give a number or a messaging service.");
        if (sender.MessagingServiceSid is { } service && !TwilioSid.IsMessagingService(service))
            return No("The messaging service's SID must be MG and 32 hexadecimal digits.");

        var seen = await accounts.GetAccountAsync(login, ct);
        if (seen.TryGet(out var account, out var failure))
        {
            if (!string.Equals(account.Sid, login.AccountSid, StringComparison.OrdinalIgnoreCase))
                return No("The credential is of another account.");
            if (!account.IsActive)
                return No("The account is suspended or closed. Settle it with Twilio.");
        }
        else if (failure.Kind != TwilioFailureKind.Refused)
            return Unclear();
        else if (!login.IsApiKey || failure.HttpStatus is not (401 or 403))
            return No(TwilioErrors.OfRefusal(failure.HttpStatus ?? 401, failure.ErrorCode).Staff);

        var from = sender.MessagingServiceSid is null ? sender.From : null;
        var verdict = from is null && account is not null
            ? Yes("The credential works. A messaging service cannot be checked beforehand: send a test text.")
            : await ProbeNumberAsync(login, from, ct);
        return account is { IsTrial: true } && verdict.IsUsable
            ? Yes(verdict.Explanation + " It is a trial account, which texts verified numbers only.")
            : verdict;
    }

    /// <param name="from">Null only asks whether the login may look.</param>
    private async Task<CredentialProbe> ProbeNumberAsync(TwilioLogin login, string? from, CancellationToken ct)
    {
        var page = addresses.Numbers(login.AccountSid, from);
        for (var pages = 0; page is not null && pages < MostPages; pages++)
        {
            var reply = await transport.ReadAsync(page, login, ct);
            if (reply is TwilioReply.Answered { Status: 403 } && login.IsApiKey)
                return Yes("The key is restricted and cannot be checked beforehand: send a test text.");
            if (reply is TwilioReply.Answered { Status: >= 400 and < 500 and not 429 } refused)
                return No(TwilioErrors.OfRefusal(refused.Status, TwilioJson.ErrorCode(refused.Body)).Staff);
            if (reply is not TwilioReply.Answered { IsSuccess: true } answer || !TwilioJson.TryOpen(answer.Body, out var root)
                || !root.Value.TryGetProperty("incoming_phone_numbers", out var numbers) || numbers.ValueKind != JsonValueKind.Array)
                return Unclear();
            if (from is null)
                return Yes("The key works. A messaging service cannot be checked beforehand: send a test text.");

            // Twilio's filter also gives numbers that merely contain the wanted one.
            foreach (var number in numbers.EnumerateArray().Where(number => number.Text("phone_number") == from))
            {
                return CanText(number)
                    ? Yes("The credential works and the number can send texts.")
                    : No(TwilioErrors.Find(21661)!.Staff);
            }

            page = addresses.NextNumbers(root.Value.Text("next_page_uri"));
        }

        return No(TwilioErrors.Find(21601)!.Staff);
    }

    private static bool CanText(JsonElement number) => number.TryGetProperty("capabilities", out var can) && can.ValueKind == JsonValueKind.Object
        && can.TryGetProperty("sms", out var sms) && sms.ValueKind == JsonValueKind.True;

    private static CredentialProbe Yes(string explanation) => new(true, explanation);

    private static CredentialProbe No(string explanation) => new(false, explanation);

    private static CredentialProbe Unclear() => new(false, Unreachable, IsSure: false);
}
