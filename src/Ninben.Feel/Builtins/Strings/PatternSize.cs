using System.Globalization;

namespace Ninben.Feel.Builtins.Strings;

/// <summary>How large the machine for a pattern becomes: (a{0,500}){0,500} is short to write and has 250,000 states.</summary>
internal static class PatternSize
{
    private const int Most = 1_000_000;

    /// <summary>About the number of states, at most a million.</summary>
    public static int Of(string pattern)
    {
        Stack<long> outer = new();
        long sum = 0;
        long last = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '(':
                    outer.Push(sum + last);
                    (sum, last) = (0, 0);
                    break;
                case ')' when outer.Count > 0:
                    last += sum;
                    sum = outer.Pop();
                    break;
                case '{' when Repeated(pattern, i) is long times:
                    last = Math.Min(Most, last * Math.Max(1, times));
                    break;
                case '\\':
                    (sum, last) = (sum + last, 1);
                    i++;
                    break;
                default:
                    (sum, last) = (sum + last, 1);
                    break;
            }

            sum = Math.Min(Most, sum);
        }

        while (outer.TryPop(out long before)) sum += before;
        return (int)Math.Min(Most, sum + last);
    }

    /// <summary>The larger number of {n}, {n,} or {n,m}; null when the brace means itself.</summary>
    private static long? Repeated(string pattern, int brace)
    {
        int end = pattern.IndexOf('}', brace);
        if (end < 0) return null;
        string[] ends = pattern[(brace + 1)..end].Split(',');
        return ends.Max(Number);
    }

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;
}
