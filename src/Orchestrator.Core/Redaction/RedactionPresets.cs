using Orchestrator.Core.Redaction.Policies;

namespace Orchestrator.Core.Redaction;

/// <summary>The policies that ship. An organization picks one and may change single types.</summary>
public static class RedactionPresets
{
    /// <summary>
    /// For a clinic's own staff: identifiers of patients are hidden, appointment dates and times, ages, clinical words
    /// and the names of providers stay.
    /// </summary>
    public static RedactionPolicy ClinicDefault { get; } = Preset("clinic-default", type => type switch
    {
        EntityType.ProviderName or EntityType.DateTime or EntityType.Age or EntityType.Medical => RedactionAction.Keep,
        _ => RedactionAction.Token,
    });

    /// <summary>The eighteen identifiers of 45 CFR 164.514(b)(2); see <see cref="HipaaSafeHarbor"/>.</summary>
    public static RedactionPolicy HipaaSafeHarbor { get; } = Preset("hipaa-safe-harbor", type => type switch
    {
        EntityType.DateOfBirth or EntityType.DateTime or EntityType.Age or EntityType.PostalCode => RedactionAction.Generalise,
        EntityType.Medical => RedactionAction.Keep,
        _ => RedactionAction.Token,
    });

    /// <summary>Card data, bank data and secrets only, for calls about payment.</summary>
    public static RedactionPolicy Pci { get; } = Preset("pci", type => type switch
    {
        EntityType.CreditCard or EntityType.Cvv or EntityType.CardExpiry or EntityType.Otp or EntityType.Pin or EntityType.Password
            or EntityType.BankAccount or EntityType.RoutingNumber or EntityType.SortCode or EntityType.IbanCode
            or EntityType.Denied => RedactionAction.Token,
        _ => RedactionAction.Keep,
    });

    public static IReadOnlyList<RedactionPolicy> All { get; } = [ClinicDefault, HipaaSafeHarbor, Pci];

    public static RedactionPolicy? Find(string? name) => All.FirstOrDefault(policy => policy.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The policy of an organization file's <c>redaction {preset, overrides}</c>: an override gives a type's name and
    /// one of <c>token</c>, <c>label</c>, <c>mask</c>, <c>generalise</c>, <c>keep</c>.
    /// </summary>
    public static Result<RedactionPolicy, PolicyRefusal> Create(
        string? preset,
        IReadOnlyDictionary<string, string>? overrides = null,
        IEnumerable<string>? allowTerms = null,
        IEnumerable<string>? denyTerms = null,
        int version = 1)
    {
        if (Find(preset ?? ClinicDefault.Name) is not { } policy) return PolicyRefusal.UnknownPreset;
        var actions = new Dictionary<EntityType, RedactionAction>();
        foreach (var (name, written) in overrides ?? new Dictionary<string, string>())
        {
            if (!PolicyWords.TryReadType(name, out var type)) return PolicyRefusal.UnknownType;
            if (!PolicyWords.TryReadAction(written, out var action)) return PolicyRefusal.UnknownAction;
            actions[type] = action;
        }

        return policy.With(version, actions, allowTerms, denyTerms);
    }

    private static RedactionPolicy Preset(string name, Func<EntityType, RedactionAction> action) =>
        new(name, 1, [.. EntityTypes.All.Select(action)], [], []);
}
