using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Identity;

public sealed class PasswordRulesTests
{
    private static readonly PortalUser s_user = new() { DisplayName = "Dana", Email = "dana.okafor@clinic.example" };

    [Theory]
    [InlineData("Password1234!")]
    [InlineData("P@ssw0rd2026!!")]
    [InlineData("qwertyuiop123")]
    [InlineData("welcome-2026-2026")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijkl")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("121212121212")]
    [InlineData("Letmein!!!!!")]
    [InlineData("dana.okafor2026")]
    [InlineData("orchestrator-demo")]
    public async Task Validate_OfACommonPassword_Refuses(string password) => Assert.False(await IsTakenAsync(password, Environments.Production));

    [Theory]
    [InlineData("five green kettles")]
    [InlineData("kR7#vq92mLx!")]
    [InlineData("зелёный чайник в поле")]
    [InlineData("the password lives in a teapot")]
    public async Task Validate_OfAnUncommonPassword_Passes(string password) => Assert.True(await IsTakenAsync(password, Environments.Production));

    [Fact]
    public async Task Validate_OfTheDevelopmentPassword_PassesInDevelopmentOnly() =>
        Assert.True(await IsTakenAsync(DevelopmentSignIns.Password, Environments.Development));

    private static async Task<bool> IsTakenAsync(string password, string environment) =>
        (await new PasswordRules(new FakeEnvironment(environment)).ValidateAsync(null!, s_user, password)).Succeeded;

    private sealed class FakeEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
