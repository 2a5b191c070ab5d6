namespace Ninben.Feel.Binding;

/// <summary>The known name that was probably meant by an unknown one, for a hint.</summary>
internal static class NearName
{
    private const int LongestName = 60;

    /// <summary>A name that begins the same, or else the one with the fewest other letters, at most one in three; null when none is near.</summary>
    public static string? Of(string name, IEnumerable<string> variables, IEnumerable<string> functions)
    {
        string? begins = variables.FirstOrDefault(known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            || name.StartsWith(known, StringComparison.OrdinalIgnoreCase));
        if (begins is not null || name.Length is < 3 or > LongestName) return begins;
        (string Name, int Distance) nearest = variables.Concat(functions).Where(known => Math.Abs(known.Length - name.Length) <= name.Length / 3)
            .Select(known => (known, Distance(name, known))).DefaultIfEmpty((name, int.MaxValue)).MinBy(pair => pair.Item2);
        return nearest.Distance <= name.Length / 3 ? nearest.Name : null;
    }

    // How many letters have to be put in, left out or changed; case does not count.
    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int changed = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
