using System.Buffers.Binary;

namespace Ninben.Connectors.Documents;

/// <summary>The marker structure of a JPEG (ITU-T T.81, annex B), without decoding the picture.</summary>
internal static class JpegReader
{
    public static ReadOnlySpan<byte> Mark => [0xFF, 0xD8, 0xFF];

    public static UploadReading Check(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        UploadReading? frame = null;
        while (at + 4 <= bytes.Length)
        {
            if (bytes[at] != 0xFF) return Damaged("a marker is missing");
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // Table B.1: TEM and RSTn stand alone, everything else before the scan carries a length.
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length) return Damaged("a segment is longer than the file");
            if (marker == 0xDA) return frame is null ? Damaged("it has no frame header before its pixels") : EndsProperly(bytes, frame);
            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                if (length < 8) return Damaged("its frame header is too short");
                frame = UploadReader.CheckSize("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
                if (frame.Refusal is not null) return frame;
            }

            at += 2 + length;
        }

        return Damaged("it ends before its pixels");
    }

    // Cameras pad with zeros; anything else behind the end marker is another file hidden in this one.
    private static UploadReading EndsProperly(ReadOnlySpan<byte> bytes, UploadReading frame)
    {
        var rest = bytes.TrimEnd((byte)0);
        return rest is [.., 0xFF, 0xD9] ? frame : Damaged("it does not end with its end marker");
    }

    private static UploadReading Damaged(string why) => UploadReading.Refuse(UploadRefusalKind.Damaged, $"Expected a whole JPEG picture, but {why}.");
}
