namespace Ninben.Storage.Sqlite.Folding;

/// <summary>What a burst changes besides the facts: the case's row, review rows and work rows. Computed beside the writer, written by it.</summary>
internal sealed class BurstRows
{
    /// <summary>Set by the first burst of a case.</summary>
    public (string Process, int Version, string? BusinessKey)? Opened { get; set; }

    /// <summary>0 while it runs; 1 completed, 2 terminated, 3 cancelled.</summary>
    public int Ending { get; set; }

    /// <summary>The process version that the case runs by from now on, or null when it stays.</summary>
    public int? Migrated { get; set; }

    /// <summary>Change in the number of open reviews.</summary>
    public int Reviews { get; set; }

    /// <summary>Change in the number of open incidents.</summary>
    public int Incidents { get; set; }

    /// <summary>Title of the first review, which names the case.</summary>
    public string? Title { get; set; }

    /// <summary>The draft that became a verdict: whose, and of which review.</summary>
    public (int Review, string Person)? Draft { get; set; }

    /// <summary>Review rows, in order.</summary>
    public List<RowChange> Changes { get; } = [];
}
