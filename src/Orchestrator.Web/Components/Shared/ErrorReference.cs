using System.Security.Cryptography;

namespace Orchestrator.Web.Components.Shared;

/// <summary>A reference number that a person can read out: eight letters and digits that are not mistaken for each other.</summary>
public static class ErrorReference
{
    public static string New() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTVWXYZ", 8);
}
