using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Orchestrator.Core.Tenancy;

/// <summary>Reads who may call us for the organization, and how we text for it.</summary>
internal static partial class OrgFileAccess
{
    public static OrgFileVapi ReadVapi(FileObject root)
    {
        if (root.Object("vapi", "secrets", "hmacSecrets", "phoneNumbers", "assistantIds") is not { } vapi)
            return OrgFileVapi.None;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new OrgFileVapi(Secrets(vapi, "secrets", seen), Secrets(vapi, "hmacSecrets", seen), PhoneNumbers(vapi), Assistants(vapi));
    }

    public static OrgFileTwilio? ReadTwilio(FileObject root)
    {
        if (root.Object("twilio", "accountSid", "authToken", "apiKeySid", "apiKeySecret", "from", "messagingServiceSid") is not { } twilio)
            return null;

        if (!twilio.Has("accountSid"))
            twilio.Fault(twilio.At("accountSid"), "is missing.");
        if (twilio.Has("apiKeySid") != twilio.Has("apiKeySecret"))
            twilio.Fault(twilio.At(twilio.Has("apiKeySid") ? "apiKeySecret" : "apiKeySid"), "is missing: a key's sid and secret come together.");
        else if (!twilio.Has("authToken") && !twilio.Has("apiKeySid"))
            twilio.Fault(twilio.Path, "must hold authToken, or apiKeySid and apiKeySecret.");
        if (twilio.Has("from") == twilio.Has("messagingServiceSid"))
            twilio.Fault(twilio.Path, "must hold exactly one of from and messagingServiceSid.");
        return new OrgFileTwilio
        {
            AccountSid = Sid(twilio, "accountSid", "AC") ?? "",
            AuthToken = FileRules.Secret(twilio, "authToken"),
            ApiKeySid = Sid(twilio, "apiKeySid", "SK"),
            ApiKeySecret = FileRules.Secret(twilio, "apiKeySecret"),
            From = FileRules.Phone(twilio, "from"),
            MessagingServiceSid = Sid(twilio, "messagingServiceSid", "MG"),
        };
    }

    [GeneratedRegex("^[A-Z]{2}[0-9a-fA-F]{32}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex SidPattern { get; }

    private static string? Sid(FileObject twilio, string key, string prefix)
    {
        var sid = twilio.Text(key);
        if (sid is null || (SidPattern.IsMatch(sid) && sid.StartsWith(prefix, StringComparison.Ordinal)))
            return sid;
        twilio.Fault(twilio.At(key), $"must be {prefix} and 32 hexadecimal digits.");
        return null;
    }

    private static ImmutableArray<OrgFileSecret> Secrets(FileObject vapi, string key, HashSet<string> seen)
    {
        var secrets = ImmutableArray.CreateBuilder<OrgFileSecret>();
        foreach (var (text, path) in vapi.Texts(key))
        {
            if (FileRules.Secret(vapi, text, path) is not { } secret)
                continue;
            if (secret.Plain is { } plain && !seen.Add(plain))
                vapi.Fault(path, "is given twice.");
            secrets.Add(secret);
        }

        return secrets.DrainToImmutable();
    }

    private static ImmutableArray<OrgFilePhoneNumber> PhoneNumbers(FileObject vapi)
    {
        var numbers = ImmutableArray.CreateBuilder<OrgFilePhoneNumber>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in vapi.Items("phoneNumbers"))
        {
            var phone = vapi.Object(item, "id", "number");
            var id = phone.Required("id");
            if (id.Length > 0 && !ids.Add(id))
                phone.Fault(phone.At("id"), "is given twice.");
            if (!phone.Has("number"))
                phone.Fault(phone.At("number"), "is missing.");
            var number = FileRules.Phone(phone, "number");
            if (number is not null && !known.Add(number))
                phone.Fault(phone.At("number"), "is given twice.");
            numbers.Add(new OrgFilePhoneNumber(id, number ?? ""));
        }

        return numbers.DrainToImmutable();
    }

    private static ImmutableArray<string> Assistants(FileObject vapi)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var (id, path) in vapi.Texts("assistantIds"))
        {
            if (ids.Contains(id))
                vapi.Fault(path, "is given twice.");
            ids.Add(id);
        }

        return ids.DrainToImmutable();
    }
}
