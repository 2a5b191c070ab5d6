namespace Ninben.Connectors.Extraction.Values;

/// <summary>Comparing words that were read by eye: signs that look alike count half.</summary>
internal static class FuzzyText
{
    private static readonly string[] Alike = ["0OQDC", "1IL|!TJ", "5S$", "8B", "2Z", "6G", "VYU", "MNH", "EF", "CG", "RK", "A4", "UN"];

    /// <summary>Upper-case letters and digits only.</summary>
    public static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Whether <paramref name="read"/> may be the printed <paramref name="word"/> (upper case).</summary>
    public static bool IsLike(string read, string word)
    {
        if (read == word) return true;
        var allowed = word.Length switch { <= 3 => 0.5, <= 5 => 1, <= 8 => 1.5, _ => 2 };
        return Math.Abs(read.Length - word.Length) <= allowed && Distance(read, word, allowed) <= allowed;
    }

    /// <summary>Edit distance; a look-alike costs a half. Stops early beyond <paramref name="most"/>.</summary>
    public static double Distance(string left, string right, double most)
    {
        var previous = new double[right.Length + 1];
        var current = new double[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var least = current[0];
            for (var j = 1; j <= right.Length; j++)
            {
                var change = previous[j - 1] + Cost(left[i - 1], right[j - 1]);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
                least = Math.Min(least, current[j]);
            }

            if (least > most) return least;
            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }

    private static double Cost(char left, char right)
    {
        if (left == right) return 0;
        foreach (var group in Alike)
        {
            if (group.Contains(left, StringComparison.Ordinal) && group.Contains(right, StringComparison.Ordinal)) return 0.5;
        }

        return 1;
    }
}
