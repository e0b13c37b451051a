using System.Text.Json;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Core.Tests.Messaging.Twilio;

public sealed class TwilioErrorsTests
{
    public static TheoryData<int> Codes => [.. TwilioFiles.Errors.EnumerateArray().Select(row => row.GetProperty("code").GetInt32())];

    [Fact]
    public void Known_ComparedWithTheList_HasEachOnce()
    {
        Assert.Equal(Codes.Select(row => row.Data).Order(), TwilioErrors.Known.Select(error => error.Code).Order());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Find_Row_HasItsClassAndSaysWhatToDo(int code)
    {
        var row = TwilioFiles.Errors.EnumerateArray().Single(one => one.GetProperty("code").GetInt32() == code);

        var error = TwilioErrors.Find(code);

        Assert.NotNull(error);
        Assert.Equal(row.GetProperty("klass").GetString(), error.Class.ToString());
        Assert.EndsWith(".", error.Staff, StringComparison.Ordinal);
        Assert.NotEmpty(error.Caller);
        Assert.DoesNotContain("Twilio", error.Caller, StringComparison.OrdinalIgnoreCase);
        Assert.True(Enum.IsDefined(error.Refusal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Find_Row_FollowsItsAction(int code)
    {
        var action = TwilioFiles.Errors.EnumerateArray().Single(one => one.GetProperty("code").GetInt32() == code).GetProperty("action").GetString()!;

        var error = TwilioErrors.Find(code)!;

        if (action.Contains("mobile number", StringComparison.Ordinal))
            Assert.Equal((TwilioNextStep.AskMobileNumber, SmsRefusalClass.CannotReceive), (error.NextStep, error.Refusal));
        if (action.StartsWith("hand over", StringComparison.Ordinal) || action.StartsWith("page admin", StringComparison.Ordinal))
            Assert.Equal(TwilioNextStep.HandToStaff, error.NextStep);
        if (action.StartsWith("offer", StringComparison.Ordinal))
            Assert.Equal(TwilioNextStep.OfferResend, error.NextStep);
        if (action.Contains("page admin", StringComparison.Ordinal) || action.Contains("alert", StringComparison.Ordinal))
            Assert.True(error.NeedsAlarm);
    }

    [Theory]
    [InlineData(400, SmsRefusalClass.Other)]
    [InlineData(401, SmsRefusalClass.Account)]
    [InlineData(403, SmsRefusalClass.Account)]
    [InlineData(404, SmsRefusalClass.Account)]
    [InlineData(418, SmsRefusalClass.Other)]
    public void OfRefusal_UnknownCode_GoesByTheStatus(int status, SmsRefusalClass expected)
    {
        Assert.Equal(expected, TwilioErrors.OfRefusal(status, 99_999).Refusal);
        Assert.Equal(expected, TwilioErrors.OfRefusal(status, null).Refusal);
    }

    [Fact]
    public void OfDelivery_UnknownCode_OffersAnother() => Assert.Equal(TwilioNextStep.OfferResend, TwilioErrors.OfDelivery(39_999).NextStep);
}
