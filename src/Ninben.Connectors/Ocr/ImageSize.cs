using System.Buffers.Binary;

namespace Ninben.Connectors.Ocr;

/// <summary>Width and height from the first bytes of a PNG or JPEG, without decoding it.</summary>
internal readonly record struct ImageSize(int Width, int Height, int Channels)
{
    private static ReadOnlySpan<byte> PngMark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public long Pixels => (long)Width * Height;

    /// <summary>Null when the bytes are neither a PNG nor a JPEG with a readable header.</summary>
    public static ImageSize? Read(ReadOnlySpan<byte> bytes)
    {
        var size = bytes.StartsWith(PngMark) ? Png(bytes) : Jpeg(bytes);
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }

    public static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith(PngMark);

    private static ImageSize? Png(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 33 || !bytes.Slice(12, 4).SequenceEqual("IHDR"u8)) return null;
        var width = BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]);
        if (width > int.MaxValue || height > int.MaxValue) return null;
        return new ImageSize((int)width, (int)height, bytes[25] is 0 or 4 ? 1 : 3);
    }

    private static ImageSize? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8) return null;
        var at = 2;
        while (at + 4 <= bytes.Length)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // ITU-T T.81, table B.1: markers without a length; then start-of-frame markers, leaving out DHT, JPG and DAC.
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                if (at + 10 > bytes.Length) return null;
                return new ImageSize(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), bytes[at + 9]);
            }

            at += 2 + length;
        }

        return null;
    }
}
