using System.Text;
using System.Text.RegularExpressions;
using Npgsql;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>A planted account token, code and phone number go all the way through the host; afterwards each place is searched.</summary>
public sealed partial class PlantedValuesTests(TextingHost host) : IClassFixture<TextingHost>
{
    private const string Phone = "+447700955173";

    /// <summary>Where the number is kept on purpose: the ledger's patient, and the challenge that is texted.</summary>
    private static readonly Dictionary<string, string[]> s_phoneColumns = new()
    {
        ["booking"] = ["patient_phone"],
        ["otp_challenge"] = ["phone", "caller_phone"],
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PlantedTokenCodeAndPhone_ThroughSendsFaultsReportsAndGuesses_AreNowhere()
    {
        var clinic = await host.NewClinicAsync();
        var answers = new StringBuilder();
        var call = await clinic.HoldAsync(Phone);
        answers.AppendLine(await clinic.PostAsync(call, "send_otp", new { }, Phone));
        var text = clinic.LastText();
        var code = Code().Match(text.Form["Body"]).Value;
        answers.AppendLine(await clinic.PostAsync(call, "send_otp", new { }, Phone));
        answers.AppendLine(await clinic.PostAsync(call, "verify_otp", new { code = code == "000000" ? "000001" : "000000" }, Phone));
        await host.Twilio.ReportAsync(text, "delivered", token: "forged");
        await host.Twilio.ReportAsync(text, "sent");
        foreach (var fault in (StandInReaction[])[StandInReaction.Error(500, 20500), StandInReaction.Error(400, 21211), StandInReaction.Error(401, 20003), StandInReaction.ResetProcessed])
        {
            host.Twilio.React = post => post.Account == clinic.Account ? fault : StandInReaction.Normal;
            answers.AppendLine(await clinic.PostAsync(await clinic.HoldAsync(Phone), "send_otp", new { }, Phone));
        }
        host.Twilio.React = _ => StandInReaction.Normal;
        await host.ScalarAsync<long>(clinic.Org, "with t as (update otp_dispatch set checked_at = app_now() - interval '1 minute' returning 1) select count(*) from t");
        await host.Get<DispatchReconciler>().RunOnceAsync(Ct);
        // While it is live, and in the answer to the right guess.
        var (rows, metrics) = (await DumpAsync(clinic), await host.Http.GetStringAsync("/metrics", Ct));
        answers.AppendLine(await clinic.PostAsync(call, "verify_otp", new { code }, Phone));

        var logs = string.Join('\n', host.Log.Lines.Select(line => $"{line.Text} {line.Fault} {string.Join(' ', line.Scope.Values)}"));
        string[] planted = [clinic.Account.Token, code, Phone[1..], Phone[3..]];
        Assert.Contains("verified", answers.ToString(), StringComparison.Ordinal);
        Assert.Contains(text.Sid, rows, StringComparison.Ordinal);
        foreach (var (place, found) in new[] { ("rows", rows), ("metrics", metrics), ("answers", answers.ToString()), ("logs", logs) })
            Assert.All(planted, value => Assert.False(found.Contains(value, StringComparison.Ordinal), $"{value} is in the {place}."));
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Code();

    /// <summary>Every row that the organization has anywhere, as the owner reads it, without the columns that hold its phones.</summary>
    private async Task<string> DumpAsync(TextingClinic clinic)
    {
        await using var connection = new NpgsqlConnection(host.OwnerConnectionString);
        await connection.OpenAsync(Ct);
        await using (var name = new NpgsqlCommand("select set_config('app.org_id', $1, false)", connection) { Parameters = { new() { Value = clinic.Org.ToString() } } })
            await name.ExecuteNonQueryAsync(Ct);
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'", connection))
        await using (var reader = await list.ExecuteReaderAsync(Ct))
        {
            while (await reader.ReadAsync(Ct))
                tables.Add(reader.GetString(0));
        }
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            var hidden = string.Concat(s_phoneColumns.GetValueOrDefault(table, []).Select(column => $" - '{column}'"));
            await using var rows = new NpgsqlCommand($"select coalesce(string_agg((to_jsonb(t){hidden})::text, E'\\n'), '') from \"{table}\" t", connection);
            text.AppendLine((string)(await rows.ExecuteScalarAsync(Ct))!);
        }
        return text.ToString();
    }
}
