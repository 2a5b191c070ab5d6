using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Documents;

/// <summary>An uploaded file as it came: nothing about it is believed yet.</summary>
internal sealed record Upload(ReadOnlyMemory<byte> Bytes, string? MediaType, string? Name)
{
    // The parts of a form need some room besides the file.
    private const int FormRoom = 64 * 1024;

    public static async Task<(Upload? Upload, ProblemResult? Problem)> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        var max = BodyRule.Upload.MaxBytes;
        var isForm = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        if (await BodyReading.Read(request, isForm ? max + FormRoom : max, cancellationToken) is not { } bytes)
            return (null, new ProblemResult(BodyReading.TooLarge(max)));
        if (!isForm) return (new Upload(bytes, request.ContentType, CleanName(request.Query["name"])), null);

        var boundary = HeaderUtilities.RemoveQuotes(type!.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200) return (null, Faulty("The form has no boundary."));
        return await FromForm(bytes, boundary, cancellationToken);
    }

    private static async Task<(Upload? Upload, ProblemResult? Problem)> FromForm(ReadOnlyMemory<byte> form, string boundary,
        CancellationToken cancellationToken)
    {
        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(form.ToArray(), writable: false));
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                    || !HeaderUtilities.RemoveQuotes(disposition.Name).Equals("file", StringComparison.Ordinal)) continue;
                if (await BodyReading.Read(section.Body, BodyRule.Upload.MaxBytes, cancellationToken) is not { } bytes)
                    return (null, new ProblemResult(BodyReading.TooLarge(BodyRule.Upload.MaxBytes)));
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
                return (new Upload(bytes, section.ContentType, CleanName(HeaderUtilities.RemoveQuotes(name).Value)), null);
            }

            return (null, Faulty("The form has no field named file."));
        }
        catch (IOException exception)
        {
            return (null, Faulty(exception.Message));
        }
        catch (InvalidDataException exception)
        {
            return (null, Faulty(exception.Message));
        }
    }

    /// <summary>The last part of a path, without control characters, at most 200 characters; for display only.</summary>
    private static string? CleanName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)]).Trim();
        return clean.Length switch { 0 => null, > 200 => clean[..200], _ => clean };
    }

    private static ProblemResult Faulty(string detail) => new(Problem.Of(StatusCodes.Status400BadRequest, "form-faulty", "The form cannot be read", detail));
}
