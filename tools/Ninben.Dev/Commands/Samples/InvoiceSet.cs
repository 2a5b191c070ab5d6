namespace Ninben.Dev.Commands.Samples;

/// <summary>One invoice of a set with the way it is scanned.</summary>
internal sealed record PlannedInvoice(string Name, InvoiceSheet Sheet, ScanLook Look, string Scan, int Seed)
{
    /// <summary>The line of documents.json for the file that this became.</summary>
    public SampleDocument Describe(string file, string scan)
    {
        var codes = Sheet.Flaws.Where(flaw => flaw != MatterFlaw.None).Select(InvoiceSet.Code).ToList();
        // The policy calls an unreadable scan by what it sees of it: low confidence. The other flaws are reasons of the same name.
        var reasons = codes.Where(code => code != "unreadable").ToList();
        return new SampleDocument(file, "invoice", codes, scan, Sheet.Truth, new ExpectedGate(codes.Count == 0 ? "pass" : "hold", reasons));
    }
}

/// <summary>Which invoices there are in a set.</summary>
internal static class InvoiceSet
{
    // The order in which the post arrives: half is in order, the rest has one thing wrong each.
    private static readonly MatterFlaw[] Committed =
    [
        MatterFlaw.None, MatterFlaw.None, MatterFlaw.TwoDates, MatterFlaw.None, MatterFlaw.OverLimit, MatterFlaw.None, MatterFlaw.BankChanged, MatterFlaw.None,
        MatterFlaw.PoMissing, MatterFlaw.None, MatterFlaw.None, MatterFlaw.WrongSum, MatterFlaw.None, MatterFlaw.OverLimit, MatterFlaw.None,
            MatterFlaw.Unreadable,
        MatterFlaw.None, MatterFlaw.TwoDates, MatterFlaw.None, MatterFlaw.BankChanged, MatterFlaw.None, MatterFlaw.PoMissing, MatterFlaw.OverLimit,
            MatterFlaw.WrongSum,
    ];

    /// <summary>The set that is committed with the samples: one invoice of each vendor.</summary>
    public static IReadOnlyList<PlannedInvoice> ForSamples(int seed) =>
        [.. Committed.Select((flaw, index) => Plan(seed, index, Vendor.All[index], flaw == MatterFlaw.None ? [] : [flaw]))];

    /// <summary>A large set for measuring: flaws as often as a post room sees them, scans of every quality.</summary>
    public static IEnumerable<PlannedInvoice> ForMeasuring(int seed, int count)
    {
        for (var index = 0; index < count; index++)
        {
            var random = new Random(unchecked(seed * 104_729 + index));
            var roll = random.Next(100);
            MatterFlaw[] flaws = roll switch
            {
                < 70 => [],
                < 78 => [MatterFlaw.OverLimit],
                < 83 => [MatterFlaw.TwoDates],
                < 88 => [MatterFlaw.PoMissing],
                < 92 => [MatterFlaw.BankChanged],
                < 96 => [MatterFlaw.WrongSum],
                < 98 => [MatterFlaw.Unreadable],
                _ => [MatterFlaw.OverLimit, MatterFlaw.BankChanged],
            };
            var plan = Plan(seed, index, Vendor.All[random.Next(Vendor.All.Count)], flaws);
            yield return flaws.Contains(MatterFlaw.Unreadable) ? plan : plan with { Look = ScanLook.Draw(random), Scan = "drawn" };
        }
    }

    /// <summary>The flaw's code in documents.json, which is also the reason code of the sample policy.</summary>
    public static string Code(MatterFlaw flaw) => flaw switch
    {
        MatterFlaw.TwoDates => "two-dates",
        MatterFlaw.BankChanged => "bank-changed",
        MatterFlaw.PoMissing => "po-missing",
        MatterFlaw.WrongSum => "wrong-sum",
        MatterFlaw.OverLimit => "over-limit",
        MatterFlaw.Unreadable => "unreadable",
        _ => throw new ArgumentOutOfRangeException(nameof(flaw), flaw, "Expected a flaw."),
    };

    private static PlannedInvoice Plan(int seed, int index, Vendor vendor, IReadOnlyList<MatterFlaw> flaws)
    {
        var own = unchecked(seed * 7_919 + index * 31);
        var random = new Random(own);
        var sheet = InvoiceSheet.Draw(random, vendor, flaws);
        var (look, scan) = flaws.Contains(MatterFlaw.Unreadable) ? (ScanLook.Unreadable(random), "unreadable")
            : index % 4 == 3 ? (ScanLook.Worn(random), "worn")
            : (ScanLook.Clean(random), "clean");
        return new PlannedInvoice($"invoice-{index + 1:00}", sheet, look, scan, own);
    }
}
