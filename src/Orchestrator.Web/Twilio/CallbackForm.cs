using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Orchestrator.Web.Twilio;

/// <summary>Reads a callback's form with limits of its own: it comes from anybody.</summary>
internal static class CallbackForm
{
    /// <summary>Twilio's own are below 1 KB.</summary>
    public const int MostBytes = 16 * 1024;

    private static readonly FormOptions s_limits = new()
    {
        BufferBody = false, ValueCountLimit = 100, KeyLengthLimit = 256, ValueLengthLimit = MostBytes,
    };

    /// <returns>The fields as they came, repeated names included; or the status to answer: 400, 413 or 415.</returns>
    public static async Task<(List<KeyValuePair<string, string>>? Fields, int Status)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return (null, StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > MostBytes)
            return (null, StatusCodes.Status413PayloadTooLarge);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            var form = await new FormFeature(request, s_limits).ReadFormAsync(ct);
            return ([.. form.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))], StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException refused)
        {
            return (null, refused.StatusCode is >= 400 and < 500 ? refused.StatusCode : StatusCodes.Status400BadRequest);
        }
        catch (InvalidDataException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }
}
