using System.Text.RegularExpressions;
using Ninben.Connectors.Extraction.Layout;
using Ninben.Connectors.Extraction.Scoring;
using Ninben.Connectors.Extraction.Values;

namespace Ninben.Connectors.Extraction.Fields;

/// <summary>Finds who issued the document: the line near the top that looks like a name and not like an address, a label or a scribble.</summary>
internal static partial class VendorFinder
{
    private const int LinesFromTop = 12;
    private const double ColumnGap = 0.1;

    public static readonly string[] FeatureNames =
    [
        "legal form", "kind of business", "first", "second", "third", "later", "address", "label", "digits", "lower case", "short", "legible", "share of readings", "near in other readings",
        "large print", "registration follows", "address follows", "two lines", "part of a longer name", "person above", "symbols", "best spelling",
    ];

    private static readonly string[] Forms = ["BHD", "SDN", "S/B", "SB", "ENTERPRISE", "ENTERPRISES", "TRADING", "LTD", "LIMITED", "INC", "LLC", "GMBH", "AG", "PLC", "CO", "CORP", "HOLDINGS", "SARL", "BV", "KG", "PTE", "PTY"];
    private static readonly string[] Kinds =
    [
        "RESTAURANT", "RESTORAN", "KEDAI", "CAFE", "MART", "STORE", "MARKET", "PASAR", "MINI", "HARDWARE", "STATIONERY", "PHARMACY", "FARMASI", "BAKERY", "HOTEL", "BOOK", "BOOKSTORES", "SHOP", "SUPERMARKET",
        "HOUSE", "KITCHEN", "COFFEE", "SEAFOOD", "MACHINERY", "MOTOR", "MARKETING", "INTERNATIONAL", "RETAIL", "PERNIAGAAN", "CUISINE", "ELECTRICAL", "GIFT", "INDUSTRIES", "SERVICES", "SUPPLIES", "RESOURCES", "FOOD",
        "GROUP", "CENTRE", "CENTER", "BISTRO", "GALLERY", "HANDICRAFT", "PACKAGING", "CONSULTING", "SOLUTIONS", "LOGISTICS", "WORKS",
    ];
    private static readonly string[] Places = ["JALAN", "JLN", "LOT", "TAMAN", "NO", "STREET", "ROAD", "AVENUE", "FLOOR", "BANDAR", "SELANGOR", "JOHOR", "KUALA", "LUMPUR", "MALAYSIA", "SEKSYEN", "STRASSE", "PLAZA", "LEVEL", "BLOCK", "KAMPUNG", "LORONG", "PERSIARAN", "BATU", "SUITE"];
    private static readonly string[] LabelWords =
    [
        "TEL", "FAX", "PHONE", "GST", "INVOICE", "RECEIPT", "CASH", "BILL", "DATE", "TAX", "EMAIL", "WWW", "HTTP", "CASHIER", "WELCOME", "THANK", "TABLE", "REG", "REGISTRATION", "ROC", "ID", "CUSTOMER", "ORDER",
        "COPY", "ORIGINAL", "DUPLICATE", "PAGE", "TELEPHONE", "MOBILE", "TOTAL", "QTY", "ITEM", "OUTLET", "BRANCH", "COM", "FORMERLY", "LICENSEE", "OWNED", "MEMBER",
    ];

    public static IReadOnlyList<Scored<string>> Candidates(IReadOnlyList<Reading> readings)
    {
        var mentions = new List<Mention>();
        for (var i = 0; i < readings.Count; i++) mentions.AddRange(MentionsOf(readings[i], i));
        return [.. mentions.GroupBy(mention => FuzzyText.Bare(mention.Name)).Where(group => group.Key.Length >= 3).Select(group => Score(group.Key, [.. group], mentions, readings.Count))];
    }

    private static IEnumerable<Mention> MentionsOf(Reading reading, int index)
    {
        var top = reading.Lines.SelectMany(Columns).Where(line => line.Text.Count(char.IsLetterOrDigit) >= 3 && line.Confidence > 0.2).Take(LinesFromTop).ToList();
        for (var i = 0; i < top.Count; i++)
        {
            var name = Clean(top[i]);
            if (name.Count(char.IsLetter) < 2) continue;
            var next = i + 1 < top.Count ? top[i + 1] : null;
            yield return new Mention(name, 1, index, i, reading, top[i], next, i == 0 ? null : top[i - 1]);
            if (next is null || Kind(next.Text, Places) || Kind(next.Text, LabelWords)) continue;
            var second = Clean(next);
            if (second.Count(char.IsLetter) >= 2) yield return new Mention(name + " " + second, 2, index, i, reading, top[i], i + 2 < top.Count ? top[i + 2] : null, i == 0 ? null : top[i - 1], next);
        }
    }

    // What stands far to the right of a name is another column: the receiver, or a heading.
    private static IEnumerable<TextLine> Columns(TextLine line)
    {
        var start = 0;
        for (var i = 1; i <= line.Words.Count; i++)
        {
            if (i < line.Words.Count && line.Words[i].X - (line.Words[i - 1].X + line.Words[i - 1].Width) < ColumnGap) continue;
            yield return i - start == line.Words.Count ? line : new TextLine(line.Page, [.. line.Words.Skip(start).Take(i - start)]);
            start = i;
        }
    }

    private static Scored<string> Score(string key, List<Mention> mentions, List<Mention> all, double count)
    {
        var best = mentions.OrderByDescending(mention => mention.Legible).First();
        var tokens = Tokens(best.Name);
        var exact = mentions.Select(mention => mention.Reading).Distinct().Count();
        var kin = all.Where(other => IsKin(key, FuzzyText.Bare(other.Name))).ToList();
        double[] features =
        [
            tokens.Any(token => Forms.Any(form => token == form || (form.Length >= 5 && FuzzyText.IsLike(token, form)))) ? 1 : 0,
            tokens.Any(token => Kinds.Any(kind => token == kind || (kind.Length >= 5 && FuzzyText.IsLike(token, kind)))) ? 1 : 0,
            best.Index == 0 ? 1 : 0,
            best.Index == 1 ? 1 : 0,
            best.Index == 2 ? 1 : 0,
            best.Index > 2 ? Math.Min(3, (best.Index - 2) / 2.0) : 0,
            Kind(best.Name, Places) || Postcode().IsMatch(best.Name) ? 1 : 0,
            Kind(best.Name, LabelWords) ? 1 : 0,
            key.Count(char.IsAsciiDigit) / (double)key.Length,
            best.Name.Any(char.IsLetter) && !best.Name.Any(char.IsUpper) ? 1 : 0,
            key.Length < 6 ? 1 : 0,
            best.Legible,
            exact / count,
            kin.Select(other => other.Reading).Distinct().Count() / count,
            best.Line.Height > best.Source.Height * 1.2 ? 1 : 0,
            best.Next is not null && Registration().IsMatch(best.Next.Text) || Registration().IsMatch(best.Line.Text) ? 1 : 0,
            best.Next is not null && (Kind(best.Next.Text, Places) || Postcode().IsMatch(best.Next.Text)) ? 1 : 0,
            best.Lines == 2 ? 1 : 0,
            all.Any(other => other.Lines == 2 && other.Index == best.Index && best.Lines == 1 && Tokens(other.Name).Except(tokens).Any(token => Forms.Contains(token))) ? 1 : 0,
            best.Above is not null && best.Above.Text.All(sign => !char.IsUpper(sign)) ? 1 : 0,
            best.Name.Count(sign => !char.IsLetterOrDigit(sign) && sign is not (' ' or '.' or '&' or '(' or ')' or '/' or '\'' or ',' or '-')) / (double)best.Name.Length * 5,
            kin.Count > 0 && kin.All(other => other.Legible <= best.Legible + 1e-9) ? 1 : 0,
        ];
        return new Scored<string>(Spell(best.Name), features, Place(best), exact / count, false);
    }

    private static Spot Place(Mention mention)
    {
        var spot = mention.Line.Spot with { Text = mention.Name, Confidence = Math.Min(mention.Legible, Weakest(mention)) };
        if (mention.Lines == 1 || mention.Second is not { } second) return spot;
        var (left, right) = (Math.Min(spot.X, second.Left), Math.Max(spot.X + spot.Width, second.Right));
        return spot with { X = left, Width = right - left, Height = second.Bottom - spot.Y };
    }

    // A name is wrong with its first wrong letter: the weakest of its words counts.
    private static double Weakest(Mention mention) =>
        mention.Line.Words.Where(word => word.Text.Any(char.IsLetter) && mention.Name.Contains(word.Text, StringComparison.Ordinal)).Select(word => word.Confidence).DefaultIfEmpty(mention.Legible).Min();

    private static bool IsKin(string key, string other) => Math.Abs(key.Length - other.Length) <= 3 && FuzzyText.Distance(key, other, 3) <= Math.Min(3, key.Length / 4.0);

    /// <summary>The line without a registration number, stray signs at its ends and scribbles.</summary>
    private static string Clean(TextLine line)
    {
        var words = line.Words.Select(word => word.Text).ToList();
        while (words.Count > 1 && IsStray(words[0])) words.RemoveAt(0);
        while (words.Count > 1 && IsStray(words[^1])) words.RemoveAt(words.Count - 1);
        var text = BracketedRegistration().Replace(string.Join(' ', words), string.Empty);
        text = TrailingRegistration().Replace(text, string.Empty);
        return text.Trim(' ', ',', ':', ';', '-', '~', '*', '|', '_', '=', '“', '”', '"', '\'', '‘', '’', '`', '°', '«', '»', '[', ']', '{', '}', '<', '>', '\\', '/');
    }

    private static bool IsStray(string word) => !word.Any(char.IsLetterOrDigit) && word != "&" || (word.Length == 1 && !char.IsUpper(word[0]) && !char.IsAsciiDigit(word[0]));

    /// <summary>Corrects misread legal forms and digits inside words.</summary>
    private static string Spell(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var bare = FuzzyText.Bare(words[i]);
            if (bare.Length == 3 && i + 1 < words.Length && bare != "SDN" && FuzzyText.IsLike(bare, "SDN") && FuzzyText.IsLike(FuzzyText.Bare(words[i + 1]), "BHD")) words[i] = "SDN";
            if (bare.Length == 3 && i > 0 && FuzzyText.Bare(words[i - 1]) == "SDN" && bare != "BHD" && FuzzyText.Distance(bare, "BHD", 2) <= 1) words[i] = "BHD";
            foreach (var kind in Kinds)
            {
                if (kind.Length >= 8 && bare != kind && FuzzyText.IsLike(bare, kind) && bare.Length == kind.Length) words[i] = kind;
            }
        }

        return string.Join(' ', words);
    }

    private static bool Kind(string text, string[] words) =>
        Tokens(text).Any(token => words.Any(word => token == word || (word.Length >= 5 && token.Length >= 5 && FuzzyText.Distance(token, word, 1) <= 1)));

    private static List<string> Tokens(string text) =>
        [.. text.Split([' ', ':', ',', '.', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries).Select(token => token.ToUpperInvariant().Trim('\'', '"', ';', '|')).Where(token => token.Length > 0)];

    [GeneratedRegex(@"\(?\b[A-Z]{0,3}\d{4,12}\s?-?\s?[A-Z]?\)?", RegexOptions.None, 500)]
    private static partial Regex Registration();

    [GeneratedRegex(@"\s*[(\[{]\s*(?:CO\.?|REG\.?|ROC|NO\.?|GST)?[^()]{0,12}\d{3}[^()]{0,12}[)\]}]?.*$", RegexOptions.IgnoreCase, 500)]
    private static partial Regex BracketedRegistration();

    [GeneratedRegex(@"\s+[A-Z]{0,2}\d{5,12}\s?-\s?[A-Z0-9]\s*$", RegexOptions.None, 500)]
    private static partial Regex TrailingRegistration();

    [GeneratedRegex(@"\b\d{5}\b", RegexOptions.None, 500)]
    private static partial Regex Postcode();

    private sealed record Mention(string Name, int Lines, int Reading, int Index, Reading Source, TextLine Line, TextLine? Next, TextLine? Above, TextLine? Follower = null)
    {
        public double Legible { get; } = Line.Confidence;

        /// <summary>The second line of a name over two lines.</summary>
        public TextLine? Second => Lines == 1 ? null : Follower;
    }
}
