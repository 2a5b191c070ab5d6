using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;

namespace Ninben.Runtime.Audit;

/// <summary>Checks every chain of a store. Reading goes in pages, so a running server stays responsive.</summary>
public static class StoreCheck
{
    private const int PageSize = 1000;

    /// <summary>Checks everything up to the newest fact at the start; tells of progress after each page.</summary>
    public static async Task<ChainReport> Run(IFactReader facts, ICaseView cases, IProgress<ChainReport> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(progress);
        var check = new ChainCheck();
        var head = await facts.Head(cancellationToken);
        for (long position = 0; position < head;)
        {
            var page = await facts.After(position, PageSize, cancellationToken);
            if (page.Count == 0) break;
            foreach (var fact in page) check.Add(fact);
            position = page[^1].Position;
            progress.Report(check.Report);
            await Task.Yield();
        }

        // A case that grew while we read has more facts now than we saw; only what the case is said to have at least is compared.
        foreach (var (id, seen) in check.Cases)
            if (await cases.Find(id, cancellationToken) is { } row && row.Version > seen && (await facts.Head(cancellationToken)) == head) check.ExpectEnd(id, row.Version);
        return check.Report;
    }
}
