using System.Security.Cryptography;
using System.Text.Json;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Xunit;

namespace Orchestrator.Web.Tests.Credentials;

/// <summary><c>keys rotate</c> beside two instances that serve.</summary>
public sealed class KeysRotateTests(RotationFixture fixture) : IClassFixture<RotationFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rotate_WhileTwoInstancesServe_SealsEverythingAgainAndNothingFails()
    {
        var clinics = new List<RotationClinic>();
        for (var i = 0; i < 3; i++)
            clinics.Add(await fixture.NewClinicAsync());
        Assert.True((await clinics[0].CreateKeyAsync()).IsSuccess);
        var before = fixture.Get<KeyRing>().ActiveId;
        using var stop = new CancellationTokenSource();
        var texting = Task.WhenAll(Enumerable.Range(0, 2).Select(instance => TextUntilAsync(clinics, instance, stop.Token)));

        var rotated = await VerbProcess.RunAsync(fixture, Ct, "keys", "rotate", "--json");
        var again = await VerbProcess.RunAsync(fixture, Ct, "keys", "rotate", "--rewrap-only", "--json");
        await stop.CancelAsync();
        var failures = (await texting).Sum();

        Assert.Equal((0, ""), (rotated.ExitCode, rotated.ExitCode == 0 ? "" : rotated.Error));
        using var done = JsonDocument.Parse(rotated.Output);
        var made = done.RootElement.GetProperty("made").GetString()!;
        Assert.NotEqual(before, made);
        Assert.True(done.RootElement.GetProperty("rewrapped").GetProperty("credential").GetInt32() >= 4);
        Assert.True(done.RootElement.GetProperty("rewrapped").GetProperty("cookie key").GetInt32() > 0);
        Assert.Empty(done.RootElement.GetProperty("left").EnumerateObject());
        Assert.Contains(before, done.RootElement.GetProperty("idle").EnumerateArray().Select(id => id.GetString()));
        using var nothing = JsonDocument.Parse(again.Output);
        Assert.Equal((0, JsonValueKind.Null), (again.ExitCode, nothing.RootElement.GetProperty("made").ValueKind));
        Assert.All(nothing.RootElement.GetProperty("rewrapped").EnumerateObject(), kind => Assert.Equal(0, kind.Value.GetInt32()));
        Assert.Equal(0, failures);

        Assert.All(await fixture.Get<KeysInUse>().ReadAsync(Ct), use => Assert.Equal(made, use.KeyId));
        Assert.Equal([made, made], [fixture.Get<KeyRing>(0).ActiveId, fixture.Get<KeyRing>(1).ActiveId]);
        foreach (var clinic in clinics)
            Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync(1));
        TestContext.Current.TestOutputHelper?.WriteLine(rotated.Output);
    }

    [Fact]
    public async Task Rotate_KilledHalfWay_GoesOnWithTheKeyItHadMade()
    {
        var clinic = await fixture.NewClinicAsync();
        // As a run leaves it that was killed after it had made its key and before it sealed anything.
        var made = KeySource.Create(fixture.KeysDirectory, TimeProvider.System.GetUtcNow());

        var rotated = await VerbProcess.RunAsync(fixture, Ct, "keys", "rotate", "--json");

        using var done = JsonDocument.Parse(rotated.Output);
        Assert.Equal((0, JsonValueKind.Null, made), (rotated.ExitCode, done.RootElement.GetProperty("made").ValueKind, done.RootElement.GetProperty("key").GetString()));
        Assert.All(await fixture.Get<KeysInUse>().ReadAsync(Ct), use => Assert.Equal(made, use.KeyId));
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync());
    }

    [Fact]
    public async Task Rotate_OneClinicsValueIsDamaged_NamesItAndGoesOnWithTheOthers()
    {
        var (first, second) = (await fixture.NewClinicAsync(), await fixture.NewClinicAsync());
        var damaged = string.CompareOrdinal(first.Slug, second.Slug) < 0 ? first : second;
        var whole = damaged == first ? second : first;
        await FlipLastBitAsync(damaged);

        var rotated = await VerbProcess.RunAsync(fixture, Ct, "keys", "rotate");
        await FlipLastBitAsync(damaged);
        var again = await VerbProcess.RunAsync(fixture, Ct, "keys", "rotate", "--rewrap-only");

        Assert.Equal((1, 0), (rotated.ExitCode, again.ExitCode));
        Assert.Contains($"A credential of {damaged.Slug} does not open", rotated.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(whole.Slug, rotated.Error, StringComparison.Ordinal);
        Assert.Contains("is still needed for 1 values", rotated.Error, StringComparison.Ordinal);
        Assert.IsType<SmsSendResult.Accepted>(await damaged.TextAsync());
    }

    [Fact]
    public async Task Serve_KeyMissing_RefusesToStartAndNamesItAndWhatNeedsIt()
    {
        await fixture.NewClinicAsync();
        var id = fixture.Get<KeyRing>().ActiveId;
        var (file, aside) = (Path.Combine(fixture.KeysDirectory, $"{id}.key"), Path.Combine(fixture.KeysDirectory, $"{id}.aside"));
        var other = KeySource.Create(fixture.KeysDirectory, TimeProvider.System.GetUtcNow());
        File.Move(file, aside);
        try
        {
            var serve = await VerbProcess.RunAsync(fixture, Ct, "serve");
            var rotate = await VerbProcess.RunAsync(fixture, Ct, "keys", "rotate");
            var doctor = await VerbProcess.RunAsync(fixture, Ct, "doctor");

            Assert.Equal((1, 1, 1), (serve.ExitCode, rotate.ExitCode, doctor.ExitCode));
            Assert.All([serve.Error, rotate.Error, doctor.Error], said =>
            {
                Assert.Contains($"missing {id} (for", said, StringComparison.Ordinal);
                Assert.Contains("of credential", said, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
            });
        }
        finally
        {
            File.Move(aside, file);
            // Nor may the next rotation take it for one that another left half made.
            File.Delete(Path.Combine(fixture.KeysDirectory, $"{other}.key"));
        }
    }

    [Fact]
    public async Task Serve_AnotherKeyUnderTheSameName_RefusesToStartAndNamesIt()
    {
        await fixture.NewClinicAsync();
        var id = fixture.Get<KeyRing>().ActiveId;
        var file = Path.Combine(fixture.KeysDirectory, $"{id}.key");
        var right = await File.ReadAllTextAsync(file, Ct);
        try
        {
            await File.WriteAllTextAsync(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), Ct);
            var serve = await VerbProcess.RunAsync(fixture, Ct, "serve");
            var rotate = await VerbProcess.RunAsync(fixture, Ct, "keys", "rotate");
            var doctor = await VerbProcess.RunAsync(fixture, Ct, "doctor");

            Assert.Equal((1, 1, 1), (serve.ExitCode, rotate.ExitCode, doctor.ExitCode));
            Assert.All([serve.Error, rotate.Error, doctor.Error], said => Assert.Contains($"nothing that is sealed under {id} opens", said, StringComparison.Ordinal));
        }
        finally
        {
            await File.WriteAllTextAsync(file, right, Ct);
        }
    }

    [Fact]
    public async Task Doctor_CredentialOfAClinic_SaysHowOldItIsAndWithProbeWhetherItWorks()
    {
        var clinic = await fixture.NewClinicAsync();
        await clinic.PassAsync(TimeSpan.FromDays(100));
        var old = await VerbProcess.RunAsync(fixture, Ct, "doctor");
        clinic.Account.Token = "changed-in-the-console-by-somebody";
        var unprobed = await VerbProcess.RunAsync(fixture, Ct, "doctor");
        var probed = await VerbProcess.RunAsync(fixture, Ct, "doctor", "--probe");

        Assert.Contains($"{clinic.Slug}: version 1 is 100 days old, replace it", old.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (unprobed.ExitCode, probed.ExitCode));
        Assert.Contains("Twilio rejects the credential", probed.Error, StringComparison.Ordinal);
    }

    private Task<int> FlipLastBitAsync(RotationClinic clinic) => fixture.ExecuteAsync(
        clinic.Org, "update credential_version set sealed = set_byte(sealed, length(sealed) - 1, get_byte(sealed, length(sealed) - 1) # 1)");

    private static async Task<int> TextUntilAsync(List<RotationClinic> clinics, int instance, CancellationToken stop)
    {
        var failures = 0;
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            if (await clinics[i % clinics.Count].TextAsync(instance) is not SmsSendResult.Accepted)
                failures++;
            await Task.Delay(10, CancellationToken.None);
        }
        return failures;
    }
}
