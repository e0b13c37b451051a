using System.Text;

namespace Orchestrator.Core.Redaction;

/// <summary>The written names of <see cref="EntityType"/>, and what no policy may change about a type.</summary>
public static class EntityTypes
{
    private static readonly EntityType[] Values = Enum.GetValues<EntityType>();
    private static readonly string[] Names = [.. Values.Select(WriteName)];
    private static readonly Dictionary<string, EntityType> ByName =
        Values.ToDictionary(type => Names[(int)type], StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<EntityType> All => Values;

    public static int Count => Values.Length;

    /// <summary>The name in policies, tokens and JSON, for example <c>PHONE_NUMBER</c>.</summary>
    public static string Name(this EntityType type) => Names[(int)type];

    /// <summary>The short name inside a rendered token, for example <c>PHONE</c> of <c>[PHONE_1]</c>.</summary>
    public static string TokenName(this EntityType type) => type switch
    {
        EntityType.PhoneNumber => "PHONE",
        EntityType.EmailAddress => "EMAIL",
        EntityType.CreditCard => "CARD",
        _ => type.Name(),
    };

    public static bool TryParse(string? name, out EntityType type)
    {
        type = default;
        return name is not null && ByName.TryGetValue(name, out type);
    }

    /// <summary>
    /// Card numbers, security codes and one-time codes are erased under every policy (PCI DSS 3.3: sensitive
    /// authentication data is never kept).
    /// </summary>
    public static bool IsNeverKept(this EntityType type) => type is EntityType.CreditCard or EntityType.Cvv or EntityType.Otp;

    private static string WriteName(EntityType type)
    {
        var name = new StringBuilder();
        foreach (var c in type.ToString())
        {
            if (char.IsUpper(c) && name.Length > 0) name.Append('_');
            name.Append(char.ToUpperInvariant(c));
        }

        return name.ToString();
    }
}
