using System.Buffers.Binary;
using System.IO.Compression;

namespace Ninben.Connectors.Ocr;

/// <summary>Decodes PNGs of 8 bits that are not interlaced to grey; other PNGs are given to Tesseract as they are.</summary>
internal static class PngPixels
{
    private const int Header = 8;

    /// <summary>Null when the form is not covered or the file is broken.</summary>
    public static GrayImage? Read(ReadOnlySpan<byte> png, ImageSize size)
    {
        if (png.Length < 33 || png[24] != 8 || png[28] != 0) return null;
        var channels = png[25] switch { 0 => 1, 2 => 3, 3 => 1, 4 => 2, 6 => 4, _ => 0 };
        if (channels == 0) return null;
        var palette = ReadOnlySpan<byte>.Empty;
        using var packed = new MemoryStream();
        for (var at = Header; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - 12) return null;
            var kind = png.Slice(at + 4, 4);
            var body = png.Slice(at + 8, (int)length);
            if (kind.SequenceEqual("IDAT"u8)) packed.Write(body);
            if (kind.SequenceEqual("PLTE"u8)) palette = body;
            at += 12 + (int)length;
        }

        packed.Position = 0;
        var rows = Inflate(packed, size, channels);
        return rows is null ? null : ToGray(rows, size, new Form(png[25], channels), palette);
    }

    private static byte[]? Inflate(MemoryStream packed, ImageSize size, int channels)
    {
        var stride = checked(size.Width * channels);
        var rows = new byte[checked((stride + 1) * size.Height)];
        try
        {
            using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
            inflate.ReadExactly(rows);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return null;
        }

        for (var y = 0; y < size.Height; y++)
        {
            var row = rows.AsSpan(y * (stride + 1), stride + 1);
            var above = y == 0 ? default : rows.AsSpan((y - 1) * (stride + 1) + 1, stride);
            Unfilter(row[0], row[1..], above, channels);
        }

        return rows;
    }

    // PNG (ISO/IEC 15948), clause 9.2: None, Sub, Up, Average, Paeth.
    private static void Unfilter(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int channels)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= channels ? row[i - channels] : 0;
            int up = above.IsEmpty ? 0 : above[i];
            int corner = above.IsEmpty || i < channels ? 0 : above[i - channels];
            var add = filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 };
            row[i] = (byte)((row[i] + add) & 0xFF);
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static GrayImage ToGray(byte[] rows, ImageSize size, Form form, ReadOnlySpan<byte> palette)
    {
        var pixels = new byte[size.Width * size.Height];
        var stride = size.Width * form.Channels + 1;
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                var sample = rows.AsSpan(y * stride + 1 + x * form.Channels, form.Channels);
                pixels[y * size.Width + x] = form.Colour switch
                {
                    0 => sample[0],
                    2 => Luma(sample),
                    3 => sample[0] * 3 + 3 <= palette.Length ? Luma(palette.Slice(sample[0] * 3, 3)) : (byte)255,
                    4 => OnPaper(sample[0], sample[1]),
                    _ => OnPaper(Luma(sample), sample[3]),
                };
            }
        }

        return new GrayImage(size.Width, size.Height, pixels);
    }

    private static byte Luma(ReadOnlySpan<byte> rgb) => (byte)((rgb[0] * 299 + rgb[1] * 587 + rgb[2] * 114) / 1000);

    private static byte OnPaper(byte gray, byte alpha) => (byte)((gray * alpha + 255 * (255 - alpha)) / 255);

    private readonly record struct Form(byte Colour, int Channels);
}
