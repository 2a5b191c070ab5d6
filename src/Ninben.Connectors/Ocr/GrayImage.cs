using System.Globalization;
using System.Text;

namespace Ninben.Connectors.Ocr;

/// <summary>A page as grey pixels, 0 black to 255 white, row by row.</summary>
internal sealed record GrayImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>Reads a binary PGM (P5, 8 bit), as pdftoppm -gray writes it; null when it is something else.</summary>
    public static GrayImage? ReadPgm(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("P5"u8)) return null;
        var at = 2;
        Span<int> header = stackalloc int[3];
        for (var part = 0; part < 3; part++)
        {
            while (at < bytes.Length && IsSpace(bytes[at])) at++;
            var number = 0;
            while (at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9' && number < 1_000_000) number = number * 10 + bytes[at++] - '0';
            header[part] = number;
        }

        at++;
        var (width, height) = (header[0], header[1]);
        if (width <= 0 || height <= 0 || header[2] != 255 || bytes.Length - at < (long)width * height) return null;
        return new GrayImage(width, height, bytes.Slice(at, width * height).ToArray());
    }

    public byte[] ToPgm()
    {
        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n"));
        return [.. header, .. Pixels];
    }

    /// <summary>Enlarges with a Catmull-Rom kernel, which keeps strokes sharper than bilinear interpolation does.</summary>
    public GrayImage Enlarge(double factor)
    {
        if (factor <= 1) return this;
        var (width, height) = ((int)Math.Round(Width * factor), (int)Math.Round(Height * factor));
        var wide = new float[width * Height];
        var columns = Taps(Width, width);
        for (var y = 0; y < Height; y++)
        {
            var row = y * Width;
            for (var x = 0; x < width; x++)
            {
                ref readonly var tap = ref columns[x];
                wide[y * width + x] = tap.W0 * Pixels[row + tap.I0] + tap.W1 * Pixels[row + tap.I1] + tap.W2 * Pixels[row + tap.I2]
                    + tap.W3 * Pixels[row + tap.I3];
            }
        }

        var pixels = new byte[width * height];
        var rows = Taps(Height, height);
        for (var y = 0; y < height; y++)
        {
            ref readonly var tap = ref rows[y];
            for (var x = 0; x < width; x++)
            {
                var value = tap.W0 * wide[tap.I0 * width + x] + tap.W1 * wide[tap.I1 * width + x] + tap.W2 * wide[tap.I2 * width + x]
                    + tap.W3 * wide[tap.I3 * width + x];
                pixels[y * width + x] = (byte)Math.Clamp(value + 0.5f, 0, 255);
            }
        }

        return new GrayImage(width, height, pixels);
    }

    private static Tap[] Taps(int from, int to)
    {
        var taps = new Tap[to];
        for (var i = 0; i < to; i++)
        {
            var centre = (i + 0.5f) * from / to - 0.5f;
            var left = (int)MathF.Floor(centre);
            var t = centre - left;
            taps[i] = new Tap(
                Math.Clamp(left - 1, 0, from - 1), Math.Clamp(left, 0, from - 1), Math.Clamp(left + 1, 0, from - 1), Math.Clamp(left + 2, 0, from - 1),
                -0.5f * t + t * t - 0.5f * t * t * t, 1 - 2.5f * t * t + 1.5f * t * t * t, 0.5f * t + 2 * t * t - 1.5f * t * t * t,
                    -0.5f * t * t + 0.5f * t * t * t);
        }

        return taps;
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private readonly record struct Tap(int I0, int I1, int I2, int I3, float W0, float W1, float W2, float W3);
}
