using System.Buffers.Binary;

namespace Ninben.Connectors.Documents;

/// <summary>The chunk structure of a PNG (ISO/IEC 15948, clause 5), without decoding the picture.</summary>
internal static class PngReader
{
    public static ReadOnlySpan<byte> Mark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static UploadReading Check(ReadOnlySpan<byte> bytes)
    {
        var at = Mark.Length;
        var hasPixels = false;
        (long Width, long Height) size = default;
        while (at + 12 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var kind = bytes.Slice(at + 4, 4);
            if (length > bytes.Length - at - 12) return Damaged("a chunk is longer than the file");
            if (at == Mark.Length && (length != 13 || !kind.SequenceEqual("IHDR"u8))) return Damaged("its first chunk is not the header");
            if (at == Mark.Length) size = (BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 12)..]));
            hasPixels |= kind.SequenceEqual("IDAT"u8);
            var ends = kind.SequenceEqual("IEND"u8);
            at += 12 + (int)length;
            if (!ends) continue;
            if (at != bytes.Length) return Damaged("there are bytes behind its end");
            return hasPixels ? UploadReader.CheckSize("image/png", size.Width, size.Height) : Damaged("it holds no pixels");
        }

        return Damaged("it ends in the middle");
    }

    private static UploadReading Damaged(string why) => UploadReading.Refuse(UploadRefusalKind.Damaged, $"Expected a whole PNG picture, but {why}.");
}
