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
    private const double SignsBetweenColumns = 2.5;
    private const double Heading = 1.4;
    private const int LeastTelling = 6;

    public static readonly string[] FeatureNames =
    [
        "legal form", "kind of business", "first", "second", "third", "later", "address", "label", "digits", "lower case", "short", "legible",
            "share of readings", "near in other readings",
        "large print", "registration follows", "address follows", "two lines", "part of a longer name", "person above", "symbols", "best spelling",
        "receiver", "said again", "heading over two lines", "half of a heading", "heading", "street",
    ];

    private static readonly string[] Forms = ["BHD", "SDN", "S/B", "SB", "ENTERPRISE", "ENTERPRISES", "TRADING", "LTD", "LIMITED", "INC", "LLC",
        "GMBH", "AG", "PLC", "CO", "CORP", "HOLDINGS", "SARL", "BV", "KG", "PTE", "PTY"];
    private static readonly string[] Kinds =
    [
        "RESTAURANT", "RESTORAN", "KEDAI", "CAFE", "MART", "STORE", "MARKET", "PASAR", "MINI", "HARDWARE", "STATIONERY", "PHARMACY", "FARMASI",
            "BAKERY", "HOTEL", "BOOK", "BOOKSTORES", "SHOP", "SUPERMARKET",
        "HOUSE", "KITCHEN", "COFFEE", "SEAFOOD", "MACHINERY", "MOTOR", "MARKETING", "INTERNATIONAL", "RETAIL", "PERNIAGAAN", "CUISINE", "ELECTRICAL",
            "GIFT", "INDUSTRIES", "SERVICES", "SUPPLIES", "RESOURCES", "FOOD",
        "GROUP", "CENTRE", "CENTER", "BISTRO", "GALLERY", "HANDICRAFT", "PACKAGING", "CONSULTING", "SOLUTIONS", "LOGISTICS", "WORKS",
    ];
    private static readonly string[] Places = ["JALAN", "JLN", "LOT", "TAMAN", "NO", "STREET", "ROAD", "AVENUE", "FLOOR", "BANDAR", "SELANGOR",
        "JOHOR", "KUALA", "LUMPUR", "MALAYSIA", "SEKSYEN", "STRASSE", "PLAZA", "LEVEL", "BLOCK", "KAMPUNG", "LORONG", "PERSIARAN", "BATU", "SUITE"];
    private static readonly string[] LabelWords =
    [
        "TEL", "FAX", "PHONE", "GST", "INVOICE", "RECEIPT", "CASH", "BILL", "DATE", "TAX", "EMAIL", "WWW", "HTTP", "CASHIER", "WELCOME", "THANK",
            "TABLE", "REG", "REGISTRATION", "ROC", "ID", "CUSTOMER", "ORDER",
        "COPY", "ORIGINAL", "DUPLICATE", "PAGE", "TELEPHONE", "MOBILE", "TOTAL", "QTY", "ITEM", "OUTLET", "BRANCH", "COM", "FORMERLY", "LICENSEE",
            "OWNED", "MEMBER",
    ];

    public static IReadOnlyList<Scored<string>> Candidates(IReadOnlyList<Reading> readings)
    {
        var mentions = new List<Mention>();
        for (var i = 0; i < readings.Count; i++) mentions.AddRange(MentionsOf(readings[i], i));
        return [.. mentions.GroupBy(mention => FuzzyText.Bare(mention.Name)).Where(group => group.Key.Length >= 3).Select(group => Score(group.Key,
            [.. group], mentions, readings.Count))];
    }

    /// <summary>Whether a name stands twice on the page, apart and spelt the same; an address does too, and is none.</summary>
    public static bool IsSaidAgain(Scored<string> candidate) => candidate.Features[23] >= 1 && candidate.Features[6] == 0
        && candidate.Features[25] == 0 && !candidate.Value.Any(char.IsAsciiDigit);

    private static IEnumerable<Mention> MentionsOf(Reading reading, int index)
    {
        var parts = reading.Lines.SelectMany(Columns).Where(part => part.Text.Count(char.IsLetterOrDigit) >= 3 && part.Confidence > 0.2).ToList();
        var receiver = PageColumns.BelowLabel(parts, IsReceiverLabel);
        for (var i = 0; i < Math.Min(LinesFromTop, parts.Count); i++)
        {
            var name = Clean(parts[i]);
            if (name.Count(char.IsLetter) < 2) continue;
            var (next, above) = (PageColumns.Below(parts, parts[i]), PageColumns.Above(parts, parts[i]));
            var around = new Around(reading, next, above, receiver.Contains(parts[i]));
            yield return new Mention(name, 1, index, i, parts[i], around);
            if (next is null || Kind(next.Text, Places) || Kind(next.Text, LabelWords)) continue;
            var second = Clean(next);
            if (second.Count(char.IsLetter) >= 2) yield return new Mention(name + " " + second, 2, index, i, parts[i],
                around with { Next = PageColumns.Below(parts, next) }, next);
        }
    }

    private static bool IsReceiverLabel(TextLine line) => ReceiverLabel().IsMatch(line.Text);

    // What stands far to the right of a name is another column: the receiver, or a heading.
    private static IEnumerable<TextLine> Columns(TextLine line) => line.Split((left, right) =>
        Math.Min(ColumnGap, SignsBetweenColumns * Math.Min(TextLine.WidthOfSign(left), TextLine.WidthOfSign(right))));

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
            best.Line.Height > best.Around.Source.Height * 1.2 ? 1 : 0,
            best.Around.Next is not null && Registration().IsMatch(best.Around.Next.Text) || Registration().IsMatch(best.Line.Text) ? 1 : 0,
            best.Around.Next is not null && (Kind(best.Around.Next.Text, Places) || Postcode().IsMatch(best.Around.Next.Text)) ? 1 : 0,
            best.Lines == 2 ? 1 : 0,
            all.Any(other => other.Lines == 2 && other.Index == best.Index && best.Lines == 1 && Tokens(other.Name).Except(tokens).Any(token =>
                Forms.Contains(token))) ? 1 : 0,
            best.Around.Above is not null && best.Around.Above.Text.All(sign => !char.IsUpper(sign)) ? 1 : 0,
            best.Name.Count(sign => !char.IsLetterOrDigit(sign)
                && sign is not (' ' or '.' or '&' or '(' or ')' or '/' or '\'' or ',' or '-')) / (double)best.Name.Length * 5,
            kin.Count > 0 && kin.All(other => other.Legible <= best.Legible + 1e-9) ? 1 : 0,
            mentions.Any(mention => mention.Around.IsReceiver) ? 1 : 0,
            mentions.Max(SaidAgain),
            best.Lines == 2 && best.IsHeading && IsLevel(best.Line, best.Second) ? 1 : 0,
            best.Lines == 1 && best.IsHeading && (IsLevel(best.Line, best.Around.Next) || IsLevel(best.Line, best.Around.Above)) ? 1 : 0,
            best.IsHeading ? 1 : 0,
            Street().IsMatch(best.Name) ? 1 : 0,
        ];
        return new Scored<string>(Spell(best.Name), features, Place(best), exact / count, false);
    }

    /// <summary>Whether the name stands on its own elsewhere on the page, in the footer for one: 1 the same, 0.5 nearly.</summary>
    private static double SaidAgain(Mention mention)
    {
        var key = FuzzyText.Bare(mention.Name);
        if (key.Length < LeastTelling) return 0;
        var apart = Math.Max(0.05, 4 * mention.Line.Height);
        var parts = mention.Around.Source.Lines.Where(line => line.Page != mention.Line.Page || Math.Abs(line.Top - mention.Line.Top) > apart)
            .SelectMany(line => Separator().Split(line.Text)).Select(FuzzyText.Bare).ToList();
        if (parts.Contains(key)) return 1;
        return parts.Any(part => Math.Abs(part.Length - key.Length) <= 2 && FuzzyText.Distance(part, key, 2) <= Math.Min(2, key.Length / 8.0)) ? 0.5 : 0;
    }

    /// <summary>Print of the same size: a heading that goes on.</summary>
    private static bool IsLevel(TextLine line, TextLine? other) => other is not null && other.Text.Count(char.IsLetter) >= 2
        && Math.Min(line.Height, other.Height) > Math.Max(line.Height, other.Height) * 0.7 && !Kind(other.Text, LabelWords);

    private static Spot Place(Mention mention)
    {
        var spot = mention.Line.Spot with { Text = mention.Name, Confidence = Math.Min(mention.Legible, Weakest(mention)) };
        if (mention.Lines == 1 || mention.Second is not { } second) return spot;
        var (left, right) = (Math.Min(spot.X, second.Left), Math.Max(spot.X + spot.Width, second.Right));
        return spot with { X = left, Width = right - left, Height = second.Bottom - spot.Y };
    }

    // A name is wrong with its first wrong letter: the weakest of its words counts.
    private static double Weakest(Mention mention) =>
        mention.Line.Words.Where(word => word.Text.Any(char.IsLetter) && mention.Name.Contains(word.Text, StringComparison.Ordinal)).Select(word =>
            word.Confidence).DefaultIfEmpty(mention.Legible).Min();

    private static bool IsKin(string key, string other) => Math.Abs(key.Length - other.Length) <= 3 && FuzzyText.Distance(key, other,
        3) <= Math.Min(3, key.Length / 4.0);

    /// <summary>The line without a registration number, stray signs at its ends and scribbles.</summary>
    private static string Clean(TextLine line)
    {
        var words = line.Words.Select(word => word.Text).ToList();
        while (words.Count > 1 && IsStray(words[0])) words.RemoveAt(0);
        while (words.Count > 1 && IsStray(words[^1])) words.RemoveAt(words.Count - 1);
        var text = BracketedRegistration().Replace(string.Join(' ', words), string.Empty);
        text = TrailingRegistration().Replace(text, string.Empty);
        return text.Trim(' ', ',', ':', ';', '-', '~', '*', '|', '_', '=', '“', '”', '"', '\'', '‘', '’', '`', '°', '«', '»', '[', ']', '{', '}',
            '<', '>', '\\', '/');
    }

    private static bool IsStray(string word) => !word.Any(char.IsLetterOrDigit) && word != "&" || (word.Length == 1 && !char.IsUpper(word[0])
        && !char.IsAsciiDigit(word[0]));

    /// <summary>Corrects misread legal forms and digits inside words.</summary>
    private static string Spell(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var bare = FuzzyText.Bare(words[i]);
            if (bare.Length == 3 && i + 1 < words.Length && bare != "SDN" && FuzzyText.IsLike(bare, "SDN")
                && FuzzyText.IsLike(FuzzyText.Bare(words[i + 1]), "BHD")) words[i] = "SDN";
            if (bare.Length == 3 && i > 0 && FuzzyText.Bare(words[i - 1]) == "SDN" && bare != "BHD" && FuzzyText.Distance(bare, "BHD",
                2) <= 1) words[i] = "BHD";
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
        [.. text.Split([' ', ':', ',', '.', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries).Select(token =>
            token.ToUpperInvariant().Trim('\'', '"', ';', '|')).Where(token => token.Length > 0)];

    [GeneratedRegex(@"\(?\b[A-Z]{0,3}\d{4,12}\s?-?\s?[A-Z]?\)?", RegexOptions.None, 500)]
    private static partial Regex Registration();

    [GeneratedRegex(@"\s*[(\[{]\s*(?:CO\.?|REG\.?|ROC|NO\.?|GST)?[^()]{0,12}\d{3}[^()]{0,12}[)\]}]?.*$", RegexOptions.IgnoreCase, 500)]
    private static partial Regex BracketedRegistration();

    [GeneratedRegex(@"\s+[A-Z]{0,2}\d{5,12}\s?-\s?[A-Z0-9]\s*$", RegexOptions.None, 500)]
    private static partial Regex TrailingRegistration();

    [GeneratedRegex(@"^\d{1,4}[a-z]?,?\s+\p{L}|\p{L}\s+\d{1,4}[a-z]?$", RegexOptions.IgnoreCase, 500)]
    private static partial Regex Street();

    [GeneratedRegex(@"\b\d{5}\b", RegexOptions.None, 500)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"^\W*(?:(?:bill|billed|ship|shipped|sold|deliver|delivered|invoice|invoiced|charge)\s?to\b|messrs|attn|attention|customer\b(?!\s+order)"
        + @"|rechnung an|lieferung an|factur[ée]+ [àa])", RegexOptions.IgnoreCase, 500)]
    private static partial Regex ReceiverLabel();

    [GeneratedRegex(@"\s{2,}|\s[^\s\w&]\s|[,;|:]\s", RegexOptions.None, 500)]
    private static partial Regex Separator();

    /// <summary>What stands around a mention in its own column.</summary>
    private sealed record Around(Reading Source, TextLine? Next, TextLine? Above, bool IsReceiver);

    private sealed record Mention(string Name, int Lines, int Reading, int Index, TextLine Line, Around Around, TextLine? Follower = null)
    {
        public double Legible { get; } = Line.Confidence;

        public bool IsHeading => Line.Height > Around.Source.Height * Heading;

        /// <summary>The second line of a name over two lines.</summary>
        public TextLine? Second => Lines == 1 ? null : Follower;
    }
}
