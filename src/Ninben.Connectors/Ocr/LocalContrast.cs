namespace Ninben.Connectors.Ocr;

/// <summary>
/// Brings faint print out: each pixel is seen against the paper and the ink around it, so that thermal print that has faded to light grey
/// becomes black while shadows and stains become white.
/// </summary>
internal static class LocalContrast
{
    /// <summary>Less difference between paper and ink than this is taken as blank paper.</summary>
    private const float LeastContrast = 18;

    /// <summary>Share of the way from paper to ink at which a pixel becomes fully black.</summary>
    private const float FullInk = 0.75f;

    public static GrayImage Apply(GrayImage image, int block)
    {
        var (columns, rows) = ((image.Width + block - 1) / block, (image.Height + block - 1) / block);
        var paper = new float[columns * rows];
        var ink = new float[columns * rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++) (paper[row * columns + column], ink[row * columns + column]) = Measure(image, block, column, row);
        }

        var paperAround = Spread(paper, columns, rows, Extreme.Highest);
        var inkAround = Spread(ink, columns, rows, Extreme.Lowest);
        return Map(image, block, new Levels(Smooth(paperAround, columns, rows), Smooth(inkAround, columns, rows), columns, rows));
    }

    private static (float Paper, float Ink) Measure(GrayImage image, int block, int column, int row)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        var (right, bottom) = (Math.Min(image.Width, (column + 1) * block), Math.Min(image.Height, (row + 1) * block));
        for (var y = row * block; y < bottom; y++)
        {
            for (var x = column * block; x < right; x++) counts[image.Pixels[y * image.Width + x]]++;
        }

        var total = (right - column * block) * (bottom - row * block);
        return (Percentile(counts, total, 0.7f), Percentile(counts, total, 0.02f));
    }

    private static float Percentile(ReadOnlySpan<int> counts, int total, float share)
    {
        var left = (int)(total * share);
        for (var level = 0; level < 256; level++)
        {
            left -= counts[level];
            if (left < 0) return level;
        }

        return 255;
    }

    private static float[] Spread(float[] values, int columns, int rows, Extreme extreme)
    {
        var spread = new float[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var found = values[row * columns + column];
                for (var y = Math.Max(0, row - 1); y <= Math.Min(rows - 1, row + 1); y++)
                {
                    for (var x = Math.Max(0, column - 1); x <= Math.Min(columns - 1, column + 1); x++)
                    {
                        found = extreme == Extreme.Lowest ? Math.Min(found, values[y * columns + x]) : Math.Max(found, values[y * columns + x]);
                    }
                }

                spread[row * columns + column] = found;
            }
        }

        return spread;
    }

    private static float[] Smooth(float[] values, int columns, int rows)
    {
        var smooth = new float[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (sum, count) = (0f, 0);
                for (var y = Math.Max(0, row - 1); y <= Math.Min(rows - 1, row + 1); y++)
                {
                    for (var x = Math.Max(0, column - 1); x <= Math.Min(columns - 1, column + 1); x++)
                    {
                        sum += values[y * columns + x];
                        count++;
                    }
                }

                smooth[row * columns + column] = sum / count;
            }
        }

        return smooth;
    }

    private static GrayImage Map(GrayImage image, int block, Levels levels)
    {
        var pixels = new byte[image.Pixels.Length];
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var (paper, ink) = levels.At((x + 0.5f) / block - 0.5f, (y + 0.5f) / block - 0.5f);
                var range = paper - ink;
                var value = image.Pixels[y * image.Width + x];
                var darkness = range < LeastContrast ? 0 : (paper - value) / (range * FullInk);
                pixels[y * image.Width + x] = (byte)(255 - Math.Clamp(darkness, 0, 1) * 255);
            }
        }

        return image with { Pixels = pixels };
    }

    private enum Extreme
    {
        Lowest,
        Highest,
    }

    private sealed record Levels(float[] Paper, float[] Ink, int Columns, int Rows)
    {
        public (float Paper, float Ink) At(float x, float y)
        {
            var (left, top) = (Math.Clamp((int)MathF.Floor(x), 0, Columns - 1), Math.Clamp((int)MathF.Floor(y), 0, Rows - 1));
            var (right, bottom) = (Math.Min(left + 1, Columns - 1), Math.Min(top + 1, Rows - 1));
            var (u, v) = (Math.Clamp(x - left, 0, 1), Math.Clamp(y - top, 0, 1));
            return (Between(Paper, left, right, top, bottom, u, v), Between(Ink, left, right, top, bottom, u, v));
        }

        private float Between(float[] values, int left, int right, int top, int bottom, float u, float v)
        {
            var upper = values[top * Columns + left] * (1 - u) + values[top * Columns + right] * u;
            var lower = values[bottom * Columns + left] * (1 - u) + values[bottom * Columns + right] * u;
            return upper * (1 - v) + lower * v;
        }
    }
}
