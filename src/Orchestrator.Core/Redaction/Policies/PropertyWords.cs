using System.Text;

namespace Orchestrator.Core.Redaction.Policies;

internal static class PropertyWords
{
    /// <summary>A property's name as words: <c>callerPhone_number</c> is "caller phone number".</summary>
    public static string Of(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (var index = 0; index < name.Length; index++)
        {
            var character = name[index];
            if (char.IsUpper(character) && index > 0 && char.IsLower(name[index - 1]))
                words.Append(' ');
            words.Append(character is '_' or '-' or '.' or '\n' or '\r' or '\0' ? ' ' : char.ToLowerInvariant(character));
        }

        return words.ToString().Trim();
    }
}
