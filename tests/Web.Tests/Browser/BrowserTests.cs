using Xunit;

namespace Orchestrator.Web.Tests.Browser;

[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<PortalBrowser>
{
    public const string Name = "browser";
}
