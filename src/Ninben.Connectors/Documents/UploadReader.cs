using System.Globalization;
using System.Text;

namespace Ninben.Connectors.Documents;

/// <summary>
/// Looks at uploaded bytes before anything else does. The bytes decide what a document is; the name and the claimed media type must
/// agree with them, because a file that says one thing and is another is either a mistake or an attack.
/// </summary>
public static class UploadReader
{
    /// <summary>Most bytes of one document: 20 MB.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>Most pixels on one side.</summary>
    public const int MostSide = 20_000;

    /// <summary>Most pixels in all: a small file can unfold into a huge picture.</summary>
    public const long MostPixels = 100_000_000;

    /// <summary>Most pages of a PDF.</summary>
    public const int MostPages = 500;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Checks bytes against their claimed media type and name, either of which may be missing.</summary>
    public static UploadReading Check(ReadOnlySpan<byte> bytes, string? claimedType, string? name, TextFiles text)
    {
        if (bytes.IsEmpty) return UploadReading.Refuse(UploadRefusalKind.Empty, "Expected a document, found no bytes.");
        if (bytes.Length > MostBytes) return UploadReading.Refuse(UploadRefusalKind.TooLarge, TooManyBytes(bytes.Length));

        var found = Sniff(bytes);
        if (Contradiction(found, claimedType, name) is { } contradiction) return UploadReading.Refuse(UploadRefusalKind.NotAsClaimed, contradiction);
        return found switch
        {
            DocumentKind.Png => PngReader.Check(bytes),
            DocumentKind.Jpeg => JpegReader.Check(bytes),
            DocumentKind.Pdf => PdfReader.Check(bytes),
            DocumentKind.Text when text == TextFiles.Accept => UploadReading.Of("text/plain", 1),
            _ => UploadReading.Refuse(UploadRefusalKind.UnknownKind, $"Expected a PNG or JPEG picture or a PDF, found {Describe(found)}."),
        };
    }

    /// <summary>The refusal for a document that is known to be too long before its bytes are read.</summary>
    public static string TooManyBytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"Expected at most 20 MB, found {bytes / 1024m / 1024m:0.0} MB.");

    internal static UploadReading CheckSize(string mediaType, long width, long height)
    {
        if (width <= 0 || height <= 0) return UploadReading.Refuse(UploadRefusalKind.Damaged, "The picture says that it has no width or no height.");
        if (width > MostSide || height > MostSide || width * height > MostPixels)
            return UploadReading.Refuse(UploadRefusalKind.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"Expected a picture of at most 20,000 x 20,000 pixels and 100 megapixels, found {width} x {height}."));
        return UploadReading.Of(mediaType, 1);
    }

    private static DocumentKind Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(PngReader.Mark)) return DocumentKind.Png;
        if (bytes.StartsWith(JpegReader.Mark)) return DocumentKind.Jpeg;
        if (bytes.StartsWith("%PDF-"u8)) return DocumentKind.Pdf;
        if (bytes.StartsWith("PK\x03\x04"u8)) return DocumentKind.Archive;
        return IsText(bytes) ? DocumentKind.Text : DocumentKind.Unknown;
    }

    // Text is UTF-8 without control characters other than tab, line feed, form feed and carriage return.
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            if (value < 0x20 && value is not (0x09 or 0x0A or 0x0C or 0x0D) || value == 0x7F) return false;
        try
        {
            StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string? Contradiction(DocumentKind found, string? claimedType, string? name)
    {
        var extension = Path.GetExtension(name ?? "").ToLowerInvariant();
        var named = extension switch
        {
            ".png" => DocumentKind.Png,
            ".jpg" or ".jpeg" => DocumentKind.Jpeg,
            ".pdf" => DocumentKind.Pdf,
            ".txt" =>
            DocumentKind.Text,
            _ => DocumentKind.Unknown
        };
        if (named != DocumentKind.Unknown && named != found)
            return $"The file's name ends in {extension}, so {Describe(named)} was expected; found {Describe(found)}.";

        var claimed = claimedType?.Split(';')[0].Trim().ToLowerInvariant() switch
        {
            "image/png" => DocumentKind.Png,
            "image/jpeg" or "image/jpg" => DocumentKind.Jpeg,
            "application/pdf" => DocumentKind.Pdf,
            "text/plain" => DocumentKind.Text,
            _ => DocumentKind.Unknown,
        };
        return claimed == DocumentKind.Unknown || claimed == found ? null
            : $"The sender says {claimedType}, so {Describe(claimed)} was expected; found {Describe(found)}.";
    }

    private static string Describe(DocumentKind kind) => kind switch
    {
        DocumentKind.Png => "a PNG picture",
        DocumentKind.Jpeg => "a JPEG picture",
        DocumentKind.Pdf => "a PDF",
        DocumentKind.Text => "plain text",
        DocumentKind.Archive => "an archive or office file",
        _ => "something else",
    };

    private enum DocumentKind
    {
        Unknown,
        Png,
        Jpeg,
        Pdf,
        Text,
        Archive,
    }
}
