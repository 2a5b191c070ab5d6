namespace Ninben.Storage.Sqlite.Folding;

/// <summary>One change of a review row or a work row.</summary>
internal abstract record RowChange(int Number)
{
    /// <summary>Writes it; runs in the writer's transaction.</summary>
    public abstract void Write(RowWriter writer, long stream);
}
