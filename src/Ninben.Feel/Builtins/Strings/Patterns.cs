using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Strings;

/// <summary>
/// Regular expressions of XPath (DMN 1.5, Table 74) on the non-backtracking engine, whose time grows only linearly with the input,
/// so that a pattern in a model cannot stop the machine. Patterns with back-references, which it does not know, run for at most 50 ms, some times in one
/// evaluation. One that takes too long ends the evaluation, for what took too long once would do so again in a loop.
/// </summary>
internal static class Patterns
{
    private const int MaximumPattern = 2_000;
    private const int MaximumCached = 256;

    // A pattern and an input within the limits take far less; the limit is for what nobody thought of.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(150);

    // What making a pattern takes: something for each, and more for each state.
    private const int PatternSteps = 400;

    // A match that is kept takes as much as looking through so many characters.
    private const int PerMatch = 32;

    // A search that tries again and again may take its whole time each time.
    private const int BackReferenceSteps = 10_000;

    private static readonly SearchValues<char> Special = SearchValues.Create("\\|.?*+(){}[]^$-");

    private static readonly TimeSpan BackReferenceTime = TimeSpan.FromMilliseconds(50);

    private static readonly ConcurrentDictionary<(string Pattern, string Flags), Regex?> Cache = new();

    public static FeelValue Matches(Run run, string input, string pattern, FeelValue flags)
    {
        if (Find(run, pattern, flags) is not Regex regex) return default;
        Charge(run, regex, input.Length);
        try
        {
            return FeelValue.From(regex.IsMatch(input));
        }
        catch (RegexMatchTimeoutException)
        {
            throw TookTooLong();
        }
    }

    public static FeelValue Replace(Run run, string input, string pattern, string replacement, FeelValue flags)
    {
        if (Find(run, pattern, flags) is not Regex regex) return default;
        if (regex.IsMatch("")) return run.Fail("feel-regex", "A pattern that matches the empty text cannot be replaced.");
        bool literal = flags.Kind == FeelKind.String && flags.AsString().Contains('q', StringComparison.Ordinal);
        Charge(run, regex, input.Length);
        try
        {
            StringBuilder text = new();
            int at = 0;
            for (Match match = regex.Match(input); match.Success; match = match.NextMatch())
            {
                Charge(run, regex, PerMatch);
                text.Append(input, at, match.Index - at);
                if (literal) text.Append(replacement);
                else if (!Expand(text, match, replacement)) return run.Fail("feel-regex", "In a replacement, $ is followed by a digit, and \\ by \\ or $.");
                at = match.Index + match.Length;
                if (text.Length > run.Budget.StringLength) run.ChargeString(text.Length);
            }

            text.Append(input, at, input.Length - at);
            run.ChargeString(text.Length);
            return FeelValue.From(text.ToString());
        }
        catch (RegexMatchTimeoutException)
        {
            throw TookTooLong();
        }
    }

    public static FeelValue Split(Run run, string input, string pattern)
    {
        if (pattern.Length > 0 && !pattern.AsSpan().ContainsAny(Special)) return SplitAt(run, input, pattern);
        if (Find(run, pattern, default) is not Regex regex) return default;
        Charge(run, regex, input.Length);
        try
        {
            List<FeelValue> parts = [];
            int at = 0;
            for (Match match = regex.Match(input); match.Success; match = match.NextMatch())
            {
                if (match.Length == 0) continue;
                if (parts.Count >= run.Budget.ListLength) run.ChargeList(parts.Count + 1L);
                Charge(run, regex, PerMatch);
                parts.Add(FeelValue.From(input[at..match.Index]));
                at = match.Index + match.Length;
            }

            parts.Add(FeelValue.From(input[at..]));
            return FeelValue.FromList(new FeelList([.. parts]));
        }
        catch (RegexMatchTimeoutException)
        {
            throw TookTooLong();
        }
    }

    /// <summary>Whether a pattern needs the engine that tries again and again.</summary>
    public static bool RefersBack(string pattern, string flags) => !flags.Contains('q', StringComparison.Ordinal)
        && XPathPattern.Translate(pattern, flags) is string translated && XPathPattern.HasBackReference(translated);

    // A pattern without special characters matches itself.
    private static FeelValue SplitAt(Run run, string input, string separator)
    {
        run.Steps(input.Length / 16);
        int count = input.AsSpan().Count(separator) + 1;
        run.ChargeList(count);
        FeelValue[] parts = new FeelValue[count];
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            int end = i + 1 < count ? input.IndexOf(separator, at, StringComparison.Ordinal) : input.Length;
            parts[i] = FeelValue.From(input[at..end]);
            at = end + separator.Length;
        }

        return FeelValue.FromList(new FeelList(parts));
    }

    private static void Charge(Run run, Regex regex, int length) =>
        run.Steps((regex.Options & RegexOptions.NonBacktracking) != 0 ? (length + 15) / 16 : BackReferenceSteps);

    private static BudgetExhausted TookTooLong() => new("A regular expression took too long.");

    private static Regex? Find(Run run, string pattern, FeelValue flags)
    {
        string letters = flags.IsNull ? "" : flags.AsString();
        if (pattern.Length > MaximumPattern)
        {
            run.Fail("feel-regex", $"A pattern has at most {MaximumPattern} characters.");
            return null;
        }

        run.ChargePattern(pattern, PatternSteps + PatternSize.Of(pattern));
        if (!Cache.TryGetValue((pattern, letters), out Regex? regex))
        {
            regex = Compile(pattern, letters);
            if (Cache.Count >= MaximumCached) Cache.Clear();
            Cache[(pattern, letters)] = regex;
        }

        if (regex is null) run.Fail("feel-regex", "The pattern is not a regular expression that can be run.");
        return regex;
    }

    private static Regex? Compile(string pattern, string flags)
    {
        RegexOptions options = RegexOptions.CultureInvariant;
        foreach (char flag in flags)
        {
            if (flag is not ('s' or 'm' or 'i' or 'x' or 'q')) return null;
            options |= flag switch { 's' => RegexOptions.Singleline, 'm' => RegexOptions.Multiline, 'i' => RegexOptions.IgnoreCase, _ => RegexOptions.None };
        }

        if (flags.Contains('q', StringComparison.Ordinal)) pattern = Regex.Escape(pattern);
        else if (XPathPattern.Translate(pattern, flags) is string translated) pattern = translated;
        else return null;
        // Only a back-reference needs an engine that tries again and again; such a pattern has little time.
        bool refersBack = !flags.Contains('q', StringComparison.Ordinal) && XPathPattern.HasBackReference(pattern);
        try
        {
            return refersBack ? new Regex(pattern, options, BackReferenceTime) : new Regex(pattern, options | RegexOptions.NonBacktracking, TimeLimit);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // XPath F&O 5.6.4: $N is the longest number of a group that exists; \$ and \\ are literal.
    private static bool Expand(StringBuilder text, Match match, string replacement)
    {
        for (int i = 0; i < replacement.Length; i++)
        {
            char c = replacement[i];
            if (c == '\\')
            {
                if (i + 1 >= replacement.Length || replacement[i + 1] is not ('\\' or '$')) return false;
                text.Append(replacement[++i]);
            }
            else if (c == '$')
            {
                if (i + 1 >= replacement.Length || !char.IsAsciiDigit(replacement[i + 1])) return false;
                int group = replacement[++i] - '0';
                while (i + 1 < replacement.Length && char.IsAsciiDigit(replacement[i + 1]) && (group * 10) + replacement[i + 1] - '0' < match.Groups.Count)
                {
                    group = (group * 10) + replacement[++i] - '0';
                }

                if (group < match.Groups.Count) text.Append(match.Groups[group].ValueSpan);
            }
            else
            {
                text.Append(c);
            }
        }

        return true;
    }
}
