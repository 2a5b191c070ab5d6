using System.Text;
using System.Text.RegularExpressions;

namespace Ninben.Bpmn.Xml;

/// <summary>The code page that a file declares, such as windows-1252: what XML readers know by themselves is Unicode, ASCII and Latin 1.</summary>
internal static partial class XmlEncoding
{
    private const int DeclarationLength = 200;

    /// <summary>The declared code page, or null when the XML reader finds out by itself.</summary>
    public static Encoding? CodePageOf(ReadOnlySpan<byte> xml)
    {
        var start = Encoding.ASCII.GetString(xml[..Math.Min(xml.Length, DeclarationLength)]);
        return Declaration().Match(start) is { Success: true } found ? CodePagesEncodingProvider.Instance.GetEncoding(found.Groups["name"].Value) : null;
    }

    [GeneratedRegex("""^<\?xml[^>]*?\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Declaration();
}
