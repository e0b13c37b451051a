using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Orchestrator.Web.Hosting.Settings;

/// <summary>
/// Binds and checks configuration sections while the host is composed, and collects every fault, so that the operator sees
/// all of them at once and before the database is touched. A fault names its key and never repeats the value, which may be
/// a secret.
/// </summary>
public sealed partial class SettingsReader(IHostApplicationBuilder builder)
{
    private readonly List<string> _faults = [];

    private readonly List<(string Section, Type Options)> _sections = [];

    public IHostEnvironment Environment => builder.Environment;

    /// <summary>What was read so far, for the test that holds the example file to it.</summary>
    internal IReadOnlyList<(string Section, Type Options)> Sections => _sections;

    /// <summary>Registers <typeparamref name="T"/> as options bound to a section.</summary>
    /// <param name="section">Its key; empty for keys at the root, whose siblings are not judged.</param>
    /// <param name="check">Faults across properties; each a sentence that names the key.</param>
    public T Add<T>(string section, Func<T, IEnumerable<string>>? check = null)
        where T : class, new()
    {
        var configuration = section.Length == 0 ? builder.Configuration : (IConfiguration)builder.Configuration.GetSection(section);
        _sections.Add((section, typeof(T)));
        builder.Services.AddOptions<T>().Bind(configuration);

        var value = new T();
        if (!TryBind(configuration, value))
            return value;

        if (section.Length > 0)
            _faults.AddRange(UnknownKeys(configuration, section, typeof(T)));
        _faults.AddRange(InvalidValues(value, section));
        _faults.AddRange(check?.Invoke(value) ?? []);
        return value;
    }

    /// <exception cref="StartRefusedException">Any section was faulty; one line each.</exception>
    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
            throw new StartRefusedException(string.Join(System.Environment.NewLine, _faults));
    }

    private bool TryBind(IConfiguration configuration, object value)
    {
        try
        {
            configuration.Bind(value);
            return true;
        }
        catch (InvalidOperationException failure)
        {
            // "Failed to convert configuration value 'abc' at 'EmbeddedPostgres:Port' to type 'System.Int32'."
            var place = BindingFailure().Match(failure.Message);
            _faults.Add(place.Success ? $"{place.Groups[1]} cannot be read as {Kind(place.Groups[2].Value)}." : failure.Message);
            return false;
        }
    }

    private static IEnumerable<string> UnknownKeys(IConfiguration configuration, string section, Type type) => configuration
        .GetChildren()
        .Where(child => !type.GetProperties().Any(p => p.CanWrite && p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)))
        .Select(child => $"{section}:{child.Key} is not a known key.");

    private static IEnumerable<string> InvalidValues(object value, string section)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(value, new ValidationContext(value), results, validateAllProperties: true);
        return results.Select(result =>
        {
            var key = string.Join(':', new[] { section, result.MemberNames.FirstOrDefault() ?? "" }.Where(part => part.Length > 0));
            return $"{key}: {(result.ErrorMessage ?? "is not valid").TrimEnd('.')}.";
        });
    }

    private static string Kind(string type) => type switch
    {
        "System.Int32" or "System.Int64" => "a whole number",
        "System.Boolean" => "true or false",
        "System.TimeSpan" => "a time span such as 00:00:05",
        "System.Uri" => "an address",
        _ => type,
    };

    [GeneratedRegex(@" at '([^']+)' to type '([^']+)'")]
    private static partial Regex BindingFailure();
}
