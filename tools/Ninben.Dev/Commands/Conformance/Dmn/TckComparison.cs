using System.Globalization;
using Ninben.Feel;

namespace Ninben.Dev.Commands.Conformance.Dmn;

internal enum TckMatch
{
    Differs,

    /// <summary>As near to a wanted number that was rounded as the reference runners ask for.</summary>
    Rounded,

    Same,
}

/// <summary>
/// Compares an answer with the wanted one, more strictly than the reference runners (which accept any number within 1e-8): numbers are
/// exact, unless the wanted one is itself a rounded double or float, that is, has seven digits or more and a fraction.
/// </summary>
internal static class TckComparison
{
    private const int RoundedDigits = 7;
    private const decimal Tolerance = 0.00000001m;

    public static TckMatch Compare(FeelValue actual, FeelValue expected)
    {
        if (actual.Kind != expected.Kind) return TckMatch.Differs;
        return actual.Kind switch
        {
            FeelKind.Number => Numbers(actual, expected),
            FeelKind.List => actual.AsList().Count != expected.AsList().Count ? TckMatch.Differs
                : Worst(actual.AsList().Zip(expected.AsList(), Compare)),
            FeelKind.Context => actual.AsContext().Count != expected.AsContext().Count ? TckMatch.Differs
                : Worst(expected.AsContext().Select(entry => actual.AsContext().TryGetValue(entry.Key, out FeelValue value)
                    ? Compare(value, entry.Value) : TckMatch.Differs)),
            _ => actual.Equals(expected) ? TckMatch.Same : TckMatch.Differs,
        };
    }

    private static TckMatch Worst(IEnumerable<TckMatch> matches) => matches.DefaultIfEmpty(TckMatch.Same).Min();

    private static TckMatch Numbers(FeelValue actual, FeelValue expected)
    {
        if (actual.Equals(expected)) return TckMatch.Same;
        decimal wanted = expected.AsNumber();
        string text = wanted.ToString(CultureInfo.InvariantCulture);
        int point = text.IndexOf('.', StringComparison.Ordinal);
        int digits = text.TrimStart('-', '0', '.').Replace(".", "", StringComparison.Ordinal).Length;
        if (point < 0 || digits < RoundedDigits) return TckMatch.Differs;
        return Math.Abs(actual.AsNumber() - wanted) <= Tolerance ? TckMatch.Rounded : TckMatch.Differs;
    }
}
