using System.Globalization;
using System.IO.Compression;

namespace Ninben.Connectors.Documents;

/// <summary>Header, trailer and page count of a PDF (ISO 32000-1, 7.5), without interpreting it.</summary>
internal static class PdfReader
{
    // Object streams unfold by at most this much in all: enough for the page tree of any document that is taken.
    private const int MostUnfolded = 16 * 1024 * 1024;

    public static UploadReading Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || bytes[5] is not ((byte)'1' or (byte)'2') || bytes[6] != '.') return Damaged("its header has no version");
        var tail = bytes[Math.Max(0, bytes.Length - 1024)..];
        if (tail.LastIndexOf("%%EOF"u8) < 0) return Damaged("it does not end with its end mark");
        if (bytes.LastIndexOf("startxref"u8) < 0) return Damaged("it has no table of contents (startxref)");
        if (bytes.IndexOf("/Encrypt"u8) >= 0 && HasKey(bytes, "/Encrypt"u8)) return Damaged("it is protected by a password; send it without");
        var pages = CountPages(bytes);
        if (pages > UploadReader.MostPages)
            return UploadReading.Refuse(UploadRefusalKind.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"Expected at most {UploadReader.MostPages} pages, found {pages}."));
        return UploadReading.Of("application/pdf", Math.Max(1, pages));
    }

    private static int CountPages(ReadOnlySpan<byte> bytes)
    {
        var pages = CountPageObjects(bytes);
        var left = MostUnfolded;
        // From PDF 1.5 on page objects may lie in compressed object streams.
        for (var at = 0; left > 0;)
        {
            var next = bytes[at..].IndexOf("/ObjStm"u8);
            if (next < 0) break;
            at += next + 7;
            var begin = bytes[at..].IndexOf("stream"u8);
            if (begin is < 0 or > 1024) continue;
            var start = at + begin + 6;
            while (start < bytes.Length && bytes[start] is (byte)'\r' or (byte)'\n') start++;
            var length = bytes[Math.Min(start, bytes.Length)..].IndexOf("endstream"u8);
            if (length < 0) break;
            var unfolded = Unfold(bytes.Slice(start, length), left);
            left -= unfolded.Length;
            pages += CountPageObjects(unfolded);
            at = start + length;
        }

        return pages;
    }

    private static byte[] Unfold(ReadOnlySpan<byte> packed, int most)
    {
        using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        using var unfolded = new MemoryStream();
        var buffer = new byte[8192];
        try
        {
            for (int read; unfolded.Length < most && (read = stream.Read(buffer)) > 0;) unfolded.Write(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            // Another compression than Flate, or damage that the page renderer will report: what was read so far counts.
        }

        return unfolded.ToArray();
    }

    private static int CountPageObjects(ReadOnlySpan<byte> bytes)
    {
        var pages = 0;
        for (var at = 0; ;)
        {
            var next = bytes[at..].IndexOf("/Type"u8);
            if (next < 0) return pages;
            at += next + 5;
            var value = bytes[at..].TrimStart(" \r\n\t"u8);
            if (value.StartsWith("/Page"u8) && (value.Length == 5 || !char.IsAsciiLetter((char)value[5]))) pages++;
        }
    }

    // The key stands in a trailer dictionary followed by a reference; the bare word may also occur in text.
    private static bool HasKey(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> key)
    {
        var value = bytes[(bytes.LastIndexOf(key) + key.Length)..].TrimStart(" \r\n\t"u8);
        return value.Length > 0 && (char.IsAsciiDigit((char)value[0]) || value.StartsWith("<<"u8));
    }

    private static UploadReading Damaged(string why) => UploadReading.Refuse(UploadRefusalKind.Damaged, $"Expected a whole PDF, but {why}.");
}
