using Xunit;

namespace Orchestrator.Web.Tests.Credentials;

/// <summary>Two hosts are dear: the tests that leave the keys alone share them.</summary>
[CollectionDefinition(Name)]
public sealed class RotationHosts : ICollectionFixture<RotationFixture>
{
    public const string Name = "rotation";
}
