using Ninben.Runtime.Jobs;

namespace Ninben.Storage.Sqlite.Folding;

/// <summary>
/// The case is suspended: none of its work is given out, and no inbox offers its reviews. A lease that someone holds stays, so that the answer can be
/// recorded.
/// </summary>
internal sealed record CaseStops() : RowChange(0)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var mark = writer.Database.Statement("update cases set suspended = 1 where stream = ?1");
        mark.Bind(1, stream).Run();
        using var hide = writer.Database.Statement("update reviews set suspended = 1 where stream = ?1");
        hide.Bind(1, stream).Run();
        using var hold = writer.Database.Statement("update work set state = 2 where stream = ?1");
        hold.Bind(1, stream).Run();
    }
}

/// <summary>The case goes on: its work is due as it was, leased work is leased again, and its reviews are back at their places.</summary>
internal sealed record CaseGoesOn() : RowChange(0)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var mark = writer.Database.Statement("update cases set suspended = 0 where stream = ?1");
        mark.Bind(1, stream).Run();
        using var show = writer.Database.Statement("update reviews set suspended = 0 where stream = ?1");
        show.Bind(1, stream).Run();
        using var release = writer.Database.Statement("""
            update work set state = case when lease_until is null then 0 else 1 end where stream = ?1 and state = 2 returning kind, due
            """);
        release.Bind(1, stream);
        while (release.Step()) writer.Due((WorkKind)release.Small(0), release.Number(1));
    }
}
