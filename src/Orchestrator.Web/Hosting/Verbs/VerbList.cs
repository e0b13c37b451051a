namespace Orchestrator.Web.Hosting.Verbs;

internal static class VerbList
{
    /// <summary>Every verb but <c>serve</c>, in the order of the help text.</summary>
    public static IReadOnlyList<IVerb> All { get; } =
    [
        new MigrateVerb(), new OrgImportVerb(), new OrgExportVerb(), new VapiExportVerb(), new UserAddVerb(), new RedactVerb(), new AuditVerifyVerb(), new KeysRotateVerb(),
        new DoctorVerb(),
    ];
}
